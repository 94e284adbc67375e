import Content
import Diagnostics
import JSONWriting

/// A kind of content as JSON Schema (draft 2020-12), by which editing programs complete and explain names of fields.
///
/// A build judges more than a schema can say; what a build accepts, the schema accepts as well.
package enum EditorSchema {
    /// What a schema can be asked for, by the names of commands.
    package enum Kind: String, CaseIterable, Sendable {
        case site, edition, writeup, practice, notice, rule, form, page, association, enterprise
        /// `form.yaml`.
        case formDefinition = "form-definition"

        var schema: ContentSchema {
            switch self {
            case .site: SchemaListing.configuration
            case .edition: SchemaListing.edition
            case .writeup: SchemaListing.writeUp
            case .practice: SchemaListing.practice
            case .notice: SchemaListing.notice
            case .rule: SchemaListing.rule
            case .form: SchemaListing.form
            case .page: SchemaListing.page
            case .association: SchemaListing.association
            case .enterprise: SchemaListing.enterprise
            case .formDefinition: SchemaListing.formDefinition
            }
        }

        /// The file that is a list of these rather than one.
        var isList: Bool { self == .association || self == .enterprise }
    }

    /// The schema of a file of a kind: of its front matter where it has one.
    package static func document(_ kind: Kind) -> JSONValue {
        let schema = kind.schema
        let head: [JSONValue.Member] = [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
            .init("title", .string("\(schema.name.zh) · \(schema.name.en)")),
        ]
        guard kind.isList else { return .object(head + members(of: schema)) }
        return .object(head + [.init("type", "array"), .init("items", .object(members(of: schema)))])
    }

    /// The members that describe a mapping: each field under both names, of which one may be there.
    private static func members(of schema: ContentSchema) -> [JSONValue.Member] {
        let properties = schema.fields.flatMap { field in
            [field.english, field.chinese].map { JSONValue.Member($0, value(of: field)) }
        }
        let rules = schema.fields.map { field in
            let one = [JSONValue.object([required(field.english)]), .object([required(field.chinese)])]
            let both = JSONValue.object([
                .init("required", .array([.string(field.english), .string(field.chinese)]))
            ])
            return field.isRequired
                ? JSONValue.object([.init("oneOf", .array(one))]) : .object([.init("not", both)])
        }
        return [
            .init("type", "object"), .init("properties", .object(properties)),
            .init("additionalProperties", .bool(false)),
            .init("allOf", .array(rules)),
        ]
    }

    private static func required(_ name: String) -> JSONValue.Member { .init("required", .array([.string(name)])) }

    private static func value(of field: FieldSchema) -> JSONValue {
        .object([.init("description", .string("\(field.purpose.zh) · \(field.purpose.en)"))] + type(field.type))
    }

    private static func type(_ type: FieldSchema.FieldType) -> [JSONValue.Member] {
        switch type {
        // YAML reads 2024 as a number, and a build takes it for the text that it is.
        case .text: [.init("type", .array(["string", "number"]))]
        case .integer: [.init("type", "integer")]
        case .number: [.init("type", "number")]
        case .flag: [.init("type", "boolean")]
        case .date: [.init("type", "string"), .init("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
        case .word(let words):
            [.init("enum", .array(words.flatMap { [JSONValue.string($0.key), .string($0.chinese)] }))]
        case .list(let element): [.init("type", "array"), .init("items", .object(self.type(element)))]
        case .object(let schema): members(of: schema)
        case .provinceCounts:
            [
                .init("type", "object"),
                .init("additionalProperties", .object([.init("type", "integer"), .init("minimum", .integer(0))])),
            ]
        case .points:
            [
                .init("type", "object"), .init("additionalProperties", .bool(false)),
                .init(
                    "properties",
                    .object(
                        Criterion.allCases.flatMap { criterion in
                            [criterion.rawValue, criterion.chineseName].map { name in
                                JSONValue.Member(
                                    name,
                                    .object([
                                        .init("type", "number"), .init("minimum", .integer(0)),
                                        .init("maximum", .integer(criterion.maximumPoints)),
                                    ]))
                            }
                        })),
            ]
        case .checks: [.init("type", "object")]
        }
    }
}

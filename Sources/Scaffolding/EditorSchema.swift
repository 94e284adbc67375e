import Content
import Fields
import Text
import Values

/// A kind of content as JSON Schema (draft 2020-12), by which editing programs complete and explain names of fields.
///
/// A build judges more than a schema can say; what a build accepts, the schema accepts as well.
package enum EditorSchema {
    /// What a schema can be asked for, by the names of commands.
    package enum Kind: RawRepresentable, CaseIterable, Hashable, Sendable {
        case site, edition, writeup
        case document(DocumentKind)
        case association, enterprise, synonyms
        /// `form.yaml`.
        case formDefinition

        package static let allCases: [Kind] =
            [.site, .edition, .writeup] + DocumentKind.allCases.map(Kind.document)
            + [.association, .enterprise, .synonyms, .formDefinition]

        package init?(rawValue: String) {
            guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
            self = kind
        }

        package var rawValue: String {
            switch self {
            case .site: "site"
            case .edition: "edition"
            case .writeup: "writeup"
            case .document(let kind): kind.rawValue
            case .association: "association"
            case .enterprise: "enterprise"
            case .synonyms: "synonyms"
            case .formDefinition: "form-definition"
            }
        }

        var schema: ContentSchema {
            switch self {
            case .site: ContentSchema.configuration
            case .edition: ContentSchema.edition
            case .writeup: ContentSchema.writeUp
            case .document(let kind): kind.declaration.schema
            case .association: ContentSchema.association
            case .enterprise: ContentSchema.enterprise
            case .synonyms: ContentSchema.synonyms
            case .formDefinition: ContentSchema.formDefinition
            }
        }

        /// The file that is a list of these rather than one.
        var isList: Bool { self == .association || self == .enterprise }
    }

    /// The schema of a file of a kind: of its front matter where it has one.
    package static func document(_ kind: Kind) -> JSONValue {
        kind == .synonyms ? synonyms : document(of: kind.schema, isList: kind.isList)
    }

    /// A list of lists of words.
    private static var synonyms: JSONValue {
        let words: [JSONValue.Member] = [
            .init("type", "array"), .init("minItems", .integer(2)), .init("uniqueItems", .bool(true)),
            .init("items", .object([.init("type", .array(["string", "number"]))])),
        ]
        return .object(head(of: ContentSchema.synonyms) + [.init("type", "array"), .init("items", .object(words))])
    }

    private static func head(of schema: ContentSchema) -> [JSONValue.Member] {
        [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
            .init("title", .string("\(schema.name.zh) · \(schema.name.en)")),
        ]
    }

    /// - Parameter isList: whether a file is a list of these.
    static func document(of schema: ContentSchema, isList: Bool = false) -> JSONValue {
        let head = head(of: schema)
        guard isList else { return .object(head + members(of: schema)) }
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
        let description = JSONValue.Member("description", .string("\(field.purpose.zh) · \(field.purpose.en)"))
        let type = JSONValue.object(type(field.type, field.form, isRequired: field.isRequired))
        // A field without a value counts as left out, which a required one must not be.
        guard !field.isRequired else { return .object([description, .init("allOf", .array([type]))]) }
        return .object([description, .init("anyOf", .array([type, .object([.init("type", "null")])]))])
    }

    private static func type(
        _ type: FieldSchema.FieldType, _ form: ValueForm?, isRequired: Bool = false
    ) -> [JSONValue.Member] {
        switch type {
        case .text: text(form)
        case .integer: number(form?.limits, isWhole: true)
        case .number: number(form?.limits, isWhole: false)
        case .flag: [.init("enum", .array([.bool(true), .bool(false), "是", "否", "true", "false"]))]
        case .date: [.init("type", "string"), .init("pattern", .string(ValueForm.dayPattern))]
        case .word(let words):
            [.init("enum", .array(words.flatMap { ([$0.key, $0.chinese] + $0.others).map { JSONValue.string($0) } }))]
        case .list(let element): list(self.type(element, form), isOfObjects: element.isObject, isRequired: isRequired)
        case .object(let schema): members(of: schema)
        case .provinceCounts:
            [
                .init("type", "object"), .init("propertyNames", .object(text(.province))),
                .init("additionalProperties", .object(self.type(.integer, .range(0...1e15)))),
            ]
        case .points: points
        case .checks: [.init("type", "object")]
        }
    }

    /// YAML reads 2024 as a number and `true` as a flag, and a build takes both for the texts that they are.
    private static func text(_ form: ValueForm?) -> [JSONValue.Member] {
        if let choices = form?.choices {
            // Codes of regions are digits.
            let numbers = choices.compactMap { Int($0) }.map { JSONValue.integer($0) }
            return [.init("enum", .array(choices.map { .string($0) } + numbers))]
        }
        guard let pattern = form?.pattern else {
            let type = JSONValue.Member("type", .array(["string", "number", "boolean"]))
            if case .textOrEmpty = form { return [type, .init("pattern", "^$|\\S")] }
            return [type, .init("pattern", "\\S")]
        }
        let string = JSONValue.object([.init("type", "string"), .init("pattern", .string(pattern))])
        switch form {
        // What has signs of its own is no number; ids are often nothing else.
        case .slug:
            return [
                .init(
                    "anyOf", .array([string, .object([.init("type", "integer")]), .object([.init("type", "boolean")])]))
            ]
        case .name: return [.init("anyOf", .array([string, .object([.init("type", .array(["number", "boolean"]))])]))]
        default: return [.init("type", "string"), .init("pattern", .string(pattern))]
        }
    }

    /// A number, which may stand in quotes.
    private static func number(_ limits: ClosedRange<Double>?, isWhole: Bool) -> [JSONValue.Member] {
        var number: [JSONValue.Member] = [.init("type", isWhole ? "integer" : "number")]
        if let limits {
            number += [.init("minimum", value(limits.lowerBound)), .init("maximum", value(limits.upperBound))]
        }
        let written = ValueForm.writtenNumber(in: limits, isWhole: isWhole)
        let quoted = JSONValue.object([.init("type", "string"), .init("pattern", .string(written))])
        return [.init("anyOf", .array([.object(number), quoted]))]
    }

    private static func value(_ number: Double) -> JSONValue {
        number == number.rounded() ? .integer(Int(number)) : .number(number)
    }

    /// A list; a single value counts as a list of one.
    private static func list(_ element: [JSONValue.Member], isOfObjects: Bool, isRequired: Bool) -> [JSONValue.Member] {
        var list: [JSONValue.Member] = [.init("type", "array"), .init("items", .object(element))]
        if isRequired { list.append(.init("minItems", .integer(1))) }
        return isOfObjects ? list : [.init("anyOf", .array([.object(list), .object(element)]))]
    }

    /// Points of the scoring table: of all criteria or of none, each at most its maximum.
    private static var points: [JSONValue.Member] {
        let properties = Criterion.allCases.flatMap { criterion in
            [criterion.rawValue, criterion.chineseName].map { name in
                JSONValue.Member(name, .object(number(0...Double(criterion.maximumPoints), isWhole: false)))
            }
        }
        return [
            .init("type", "object"), .init("additionalProperties", .bool(false)),
            .init("properties", .object(properties)),
        ]
    }
}

import Content
import Diagnostics
import Editing
import Fields
import Text
import Values

/// The declared fields of a file as a form shows them.
struct FieldDescription {
    let words: MessageLanguage
    /// The language of the content, for examples.
    let language: SiteLanguage

    /// All declared fields of a file, in declared order, present or not.
    func json(_ document: EditableDocument) -> JSONValue {
        guard let schema = document.layout.type.schema, document.layout.type.isObject else { return .array([]) }
        return .array(
            schema.fields.map { field in
                let path: DocumentValue.Path = [.field(field.english)]
                return .object(
                    declaration(of: field) + [
                        .init("isPresent", .bool(document.value.value(at: path) != nil)),
                        .init("value", document.json(at: path)),
                    ])
            })
    }

    /// What a form or a table needs to know of a field.
    func declaration(of field: FieldSchema) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("key", .string(field.english)),
            .init("label", .string(words == .zh ? field.chinese : Self.spoken(field.english))),
            .init("type", .string(Self.type(of: field))), .init("isRequired", .bool(field.isRequired)),
            .init("isPrivate", .bool(field === WriteUpFields.consent.schema)),
            .init("isListedText", .bool(isListOfTexts(field.type))),
            .init("help", .string(field.purpose[words])),
            .init("example", field.example.map { .string($0[language == .chinese ? .zh : .en]) } ?? .null),
        ]
        if let choices = choices(of: field) { members.append(.init("choices", choices)) }
        if let kind = Self.referenceKind(of: field) { members.append(.init("referenceKind", .string(kind))) }
        if let schema = field.type.schema {
            members.append(.init("fields", .array(schema.fields.map { .object(declaration(of: $0)) })))
        }
        return members
    }

    private func isListOfTexts(_ type: FieldSchema.FieldType) -> Bool {
        if case .list(.text) = type { true } else { false }
    }

    /// `short_title` as people say it: `Short title`.
    private static func spoken(_ name: String) -> String {
        let text = name.replacing("_", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Texts of more than a line.
    private static let longTexts: Set<FieldSchema> = [
        CommonFields.summary.schema, CommonFields.description.schema, CorrectionFields.text.schema,
    ]

    private static func type(of field: FieldSchema) -> String {
        if let kind = field.refersTo {
            let isList = if case .list = field.type { true } else { false }
            switch kind {
            case .file: return isList ? "files" : "file"
            case .team, .practice: return isList ? "references" : "reference"
            }
        }
        switch field.type {
        case .text: return field.form?.choices == nil ? longTexts.contains(field) ? "longText" : "text" : "choice"
        case .integer: return field.form?.limits == 1900...2199 ? "year" : "number"
        case .number: return "number"
        case .flag: return "flag"
        case .date: return "date"
        case .word: return "choice"
        case .list(.word): return "choices"
        case .list(.object): return "records"
        case .list: return "list"
        case .object(let schema): return isSpan(schema) ? "dateSpan" : "record"
        case .provinceCounts, .points, .checks: return "any"
        }
    }

    private static func isSpan(_ schema: ContentSchema) -> Bool {
        schema.fields == [SpanFields.from.schema, SpanFields.to.schema]
    }

    private static func referenceKind(of field: FieldSchema) -> String? {
        switch field.refersTo {
        case .team: "team"
        case .practice: "practice"
        case .file, nil: nil
        }
    }

    private func choices(of field: FieldSchema) -> JSONValue? {
        let choices: [(value: String, label: String)]
        if let words = field.type.words {
            choices = words.map { ($0.key, self.words == .zh ? $0.chinese : Self.spoken($0.key)) }
        } else if let names = field.form?.choices {
            choices = names.map { ($0, $0) }
        } else {
            return nil
        }
        return .array(
            choices.map { .object([.init("value", .string($0.value)), .init("label", .string($0.label))]) })
    }
}

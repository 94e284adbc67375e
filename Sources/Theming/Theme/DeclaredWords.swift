import Content
import Fields

/// The words of a theme that declarations of content name: labels of fields, what their values are shown as, and titles of
/// lists.
enum DeclaredWords {
    /// Every one, once, in the order of the declarations.
    static let names: [String] = {
        let lists = DocumentKind.allCases.compactMap(\.declaration.listWords).flatMap { [$0.title, $0.description] }
        let fields = (WriteUpFields.all + DocumentKind.allCases.flatMap(\.declaration.fields)).map(\.schema)
        var seen: Set<String> = []
        return (lists + fields.flatMap(words)).filter { seen.insert($0).inserted }
    }()

    /// Those of a field, and of the fields inside of it.
    static func words(of field: FieldSchema) -> [String] {
        let own = [field.label].compactMap(\.self) + field.shownWords
        switch field.type {
        case .object(let schema), .list(.object(let schema)): return own + schema.fields.flatMap(words)
        case .text, .integer, .number, .flag, .date, .word, .list, .provinceCounts, .points, .checks: return own
        }
    }
}

import Content

/// The words of a theme that declarations of content name: labels of fields, what their values are shown as, and titles of
/// lists.
enum DeclaredWords {
    /// Every one, once, in the order of the declarations.
    static let names: [String] = {
        let lists = DocumentKind.allCases.compactMap(\.declaration.listWords).flatMap { [$0.title, $0.description] }
        let fields = WriteUpFields.all + DocumentKind.allCases.flatMap(\.declaration.fields)
        let ofFields = fields.flatMap { [$0.schema.label].compactMap(\.self) + $0.schema.shownWords }
        var seen: Set<String> = []
        return (lists + ofFields).filter { seen.insert($0).inserted }
    }()
}

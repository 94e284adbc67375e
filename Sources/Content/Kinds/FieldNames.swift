import Fields
import Values

/// What fields are called anywhere, by which slips of editors are told from texts.
extension ContentSchema {
    /// Every name of a field of any kind, in both languages.
    package static let allNames: Set<String> = {
        var names: Set<String> = []
        func add(_ schema: ContentSchema) {
            names.formUnion(schema.names)
            for field in schema.fields { field.type.schema.map(add) }
        }
        for schema in [edition, writeUp, enterprise, association, configuration]
            + DocumentKind.allCases.map(\.declaration.schema)
        {
            add(schema)
        }
        return names.union(Criterion.allCases.flatMap { [$0.rawValue, $0.chineseName] })
    }()
}

/// Which templates and blocks the templates of a theme name, without putting them together. Linear in their length.
struct TemplateNames {
    /// What one template names itself.
    private struct Own {
        var blocks: Set<String> = []
        /// Partials and parents.
        var includes: Set<String> = []
        var parents: Set<String> = []
    }

    private let own: [String: Own]
    /// By parent: its blocks and those of the templates that it includes.
    private let blocksOfParents: [String: Set<String>]

    init(_ templates: [String: [TemplateNode]]) {
        let own = templates.mapValues(Self.read)
        self.own = own
        let parents = Set(own.values.flatMap(\.parents)).filter { own[$0] != nil }
        blocksOfParents = Dictionary(
            uniqueKeysWithValues: parents.map { parent in
                (parent, Set(Self.closure(of: [parent], own).flatMap { own[$0]?.blocks ?? [] }))
            })
    }

    /// The blocks that a parent has, those of its partials and parents included; `nil` when there is no such template.
    func blocks(of parent: String) -> Set<String>? { blocksOfParents[parent] }

    /// The templates that are put together for some others, those included.
    func included(by templates: some Sequence<String>) -> Set<String> { Self.closure(of: Array(templates), own) }

    private static func closure(of templates: [String], _ own: [String: Own]) -> Set<String> {
        var found: Set<String> = []
        var next = templates
        while let name = next.popLast() {
            guard let template = own[name], found.insert(name).inserted else { continue }
            next += template.includes
        }
        return found
    }

    private static func read(_ nodes: [TemplateNode]) -> Own {
        var own = Own()
        var next = nodes
        while let node = next.popLast() {
            switch node {
            case .text, .variable: break
            case .section(_, _, let children): next += children
            case .partial(let name): own.includes.insert(name.value)
            case .parent(let name, let children):
                own.includes.insert(name.value)
                own.parents.insert(name.value)
                next += children
            case .block(let name, let children):
                own.blocks.insert(name.value)
                next += children
            }
        }
        return own
    }
}

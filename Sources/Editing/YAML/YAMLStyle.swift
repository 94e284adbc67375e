import Fields

/// How a file is indented and how its lists are written, for what is added to it.
struct YAMLStyle {
    /// Columns between a name and the fields below it.
    private(set) var fieldStep = 2
    /// Columns between a name and the dashes below it.
    private(set) var dashStep = 2
    /// Columns between a dash and its item.
    private(set) var itemStep = 2
    /// Whether lists of texts have lines of dashes; `nil` where the file has none.
    private(set) var hasDashedLists: Bool?

    private var dashedCount = 0
    private var bracketCount = 0
    private var isKnown: (field: Bool, dash: Bool, item: Bool) = (false, false, false)

    /// - Parameter column: the column of a byte.
    init(_ root: YAMLNode?, column: (Int) -> Int) {
        if let root { look(at: root, column) }
        if dashedCount + bracketCount > 0 { hasDashedLists = dashedCount > bracketCount }
    }

    private mutating func look(at node: YAMLNode, _ column: (Int) -> Int) {
        switch node.content {
        case .scalar, .alias: return
        case .sequence(let items, let isFlow):
            if !isFlow, !isKnown.item, let item = items.first, case .mapping(_, isFlow: false) = item.content {
                let step = column(item.range.lowerBound) - column(node.range.lowerBound)
                if (2...8).contains(step) {
                    itemStep = step
                    isKnown.item = true
                }
            }
            if case .scalar = items.first?.content {
                if isFlow { bracketCount += 1 } else { dashedCount += 1 }
            }
            for item in items { look(at: item, column) }
        case .mapping(let pairs, let isFlow):
            for pair in pairs {
                let step = column(pair.value.range.lowerBound) - column(pair.key.range.lowerBound)
                switch pair.value.content {
                case .mapping(_, isFlow: false) where !isFlow && !isKnown.field && (1...8).contains(step):
                    fieldStep = step
                    isKnown.field = true
                case .sequence(_, isFlow: false) where !isFlow && !isKnown.dash && (0...8).contains(step):
                    dashStep = step
                    isKnown.dash = true
                default: break
                }
                look(at: pair.value, column)
            }
        }
    }
}

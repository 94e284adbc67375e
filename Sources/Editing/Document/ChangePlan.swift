import Fields

/// The changes of YAML that take what a file says to what it is to say, each as small as can be: what is equal in both is not
/// touched.
struct ChangePlan {
    typealias Change = YAMLEditor.Change
    typealias Path = DocumentValue.Path

    private(set) var changes: [Change] = []

    /// - Parameter moved: a list and two places in it where the difference is one item that is moved.
    init(from old: DocumentValue, to new: DocumentValue, moved: (list: Path, from: Int, to: Int)? = nil) {
        if let moved {
            if moved.from != moved.to { changes = [.moveItem(in: moved.list, from: moved.from, to: moved.to)] }
            return
        }
        compare(old, new, at: [])
    }

    private mutating func compare(_ old: DocumentValue, _ new: DocumentValue, at path: Path) {
        guard old != new else { return }
        switch (old, new) {
        case (.record(let before), .record(let after)) where path.isEmpty || !before.isEmpty && !after.isEmpty:
            compare(before, after, at: path)
        case (.list(let before), .list(let after)) where path.isEmpty || !before.isEmpty && !after.isEmpty:
            compare(before, after, at: path)
        case (.absent, .record(let after)) where path.isEmpty:
            compare([], after, at: path)
        case (.absent, .list(let after)) where path.isEmpty:
            compare([], after, at: path)
        default: changes.append(.rewrite(path, new))
        }
    }

    /// What comes is written first, so that no record is without a field in between.
    private mutating func compare(_ old: [DocumentValue.Member], _ new: [DocumentValue.Member], at path: Path) {
        for member in new where !old.contains(where: { $0.name == member.name }) {
            changes.append(.insertField(in: path, member.name, member.value))
        }
        for member in old {
            guard let value = new.first(where: { $0.name == member.name })?.value else { continue }
            compare(member.value, value, at: path + [.field(member.name)])
        }
        for member in old where !new.contains(where: { $0.name == member.name }) {
            changes.append(.removeField(path + [.field(member.name)]))
        }
    }

    private mutating func compare(_ old: [DocumentValue], _ new: [DocumentValue], at path: Path) {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (before, after) = (old.count - start - end, new.count - start - end)
        for index in 0..<min(before, after) {
            compare(old[start + index], new[start + index], at: path + [.item(start + index)])
        }
        if after > before {
            for index in before..<after {
                changes.append(.insertItem(in: path, at: start + index, new[start + index]))
            }
        }
        if before > after {
            for index in (after..<before).reversed() { changes.append(.removeItem(in: path, at: start + index)) }
        }
    }
}

/// Two changes of what a file says, put together field by field and record by record.
enum ValueMerge {
    /// What a file says with both changes; the outer `nil` where they touch, an inner one where nothing is said any more.
    ///
    /// - Parameter isWhole: whether it is all that the file says: its records have ids, each its own.
    static func merged(
        base: DocumentValue?, _ one: DocumentValue?, _ other: DocumentValue?, isWhole: Bool = false
    ) -> DocumentValue?? {
        if one == base || one == other { return .some(other) }
        if other == base { return .some(one) }
        switch (base, one, other) {
        case (.record(let base), .record(let one), .record(let other)): return record(base, one, other)
        case (.list(let base), .list(let one), .list(let other)): return list(base, one, other, isWhole)
        default: return nil
        }
    }

    private static func record(
        _ base: [DocumentValue.Member], _ one: [DocumentValue.Member], _ other: [DocumentValue.Member]
    ) -> DocumentValue?? {
        func value(_ members: [DocumentValue.Member], _ name: String) -> DocumentValue? {
            members.first { $0.name == name }?.value
        }
        var members: [DocumentValue.Member] = []
        let names = other.map(\.name) + (one + base).map(\.name).filter { name in !other.contains { $0.name == name } }
        for name in names where !members.contains(where: { $0.name == name }) {
            guard let merged = merged(base: value(base, name), value(one, name), value(other, name)) else { return nil }
            if let merged { members.append(DocumentValue.Member(name, merged)) }
        }
        return .some(.record(members))
    }

    /// Records are known by their ids, other items by all that they say.
    private static func list(
        _ base: [DocumentValue], _ one: [DocumentValue], _ other: [DocumentValue], _ isWhole: Bool
    ) -> DocumentValue?? {
        guard let byID = [RecordsByID(base), RecordsByID(one), RecordsByID(other)] as? [RecordsByID] else {
            guard !isWhole || !(base + one + other).contains(where: \.isRecord) else { return nil }
            let items = Dictionary((one + other + base).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            return SequenceMerge.merged(
                base: base.map(\.key), one.map(\.key), other.map(\.key), allowsNeighbours: false
            ).map { .list($0.compactMap { items[$0] }) }
        }
        let (base, one, other) = (byID[0], byID[1], byID[2])
        let order =
            one.ids == base.ids
            ? other.ids
            : other.ids == base.ids
                ? one.ids : SequenceMerge.merged(base: base.ids, one.ids, other.ids, allowsNeighbours: false)
        guard let order, Set(order).count == order.count else { return nil }
        // What one has taken away must be as the other found it.
        for id in base.ids where !order.contains(id) {
            guard [one, other].allSatisfy({ $0[id] == nil || $0[id] == base[id] }) else { return nil }
        }
        var records: [DocumentValue] = []
        for id in order {
            guard let merged = merged(base: base[id], one[id], other[id]), let merged else { return nil }
            records.append(merged)
        }
        return .some(.list(records))
    }
}

/// The records of a list by their ids.
struct RecordsByID {
    let ids: [String]
    private let records: [String: DocumentValue]

    /// `nil` where a record has no id, or two have the same.
    init?(_ list: [DocumentValue]) {
        var records: [String: DocumentValue] = [:]
        var ids: [String] = []
        for record in list {
            guard case .text(let id) = record.value(at: [.field("id")]), !id.isEmpty,
                records.updateValue(record, forKey: id) == nil
            else { return nil }
            ids.append(id)
        }
        self.ids = ids
        self.records = records
    }

    subscript(id: String) -> DocumentValue? { records[id] }
}

extension DocumentEdit {
    /// The edits that take what a file says to something else; lists of records are edited by their ids.
    static func edits(from old: DocumentValue, to new: DocumentValue) -> [DocumentEdit] {
        switch (old, new) {
        case (.record(let before), .record(let after)):
            let gone = before.filter { member in !after.contains { $0.name == member.name } }
            return after.filter { old.value(at: [.field($0.name)]) != $0.value }.map {
                .set([.field($0.name)], $0.value)
            }
                + gone.map { .clear([.field($0.name)]) }
        case (.list(let before), .list(let after)):
            guard let recordsBefore = RecordsByID(before), let recordsAfter = RecordsByID(after) else {
                return edits(from: before, to: after)
            }
            return edits(from: recordsBefore, to: recordsAfter)
        default: return []
        }
    }

    private static func edits(from old: [DocumentValue], to new: [DocumentValue]) -> [DocumentEdit] {
        SequenceDifference.anchoredHunks(old.map(\.key), new.map(\.key)).reversed().flatMap { hunk in
            hunk.old.reversed().map { .remove([.item($0)]) }
                + zip(hunk.new, 0...).map { .add([], new[$0], at: hunk.old.lowerBound + $1) }
        }
    }

    private static func edits(from old: RecordsByID, to new: RecordsByID) -> [DocumentEdit] {
        var edits: [DocumentEdit] = []
        var ids = old.ids
        let wanted = Set(new.ids)
        for index in ids.indices.reversed() where !wanted.contains(ids[index]) {
            edits.append(.remove([.item(index)]))
            ids.remove(at: index)
        }
        for (index, id) in new.ids.enumerated() {
            guard let record = new[id] else { continue }
            guard old[id] != nil else {
                edits.append(.add([], record, at: index))
                ids.insert(id, at: index)
                continue
            }
            if ids[index] != id, let place = ids[index...].firstIndex(of: id) {
                edits.append(.move([.item(place)], to: index))
                ids.insert(ids.remove(at: place), at: index)
            }
            for edit in DocumentEdit.edits(from: old[id] ?? .absent, to: record) {
                edits.append(edit.below([.item(index)]))
            }
        }
        return edits
    }

    /// The edit of a field as one of a record that stands at a path.
    private func below(_ path: DocumentValue.Path) -> DocumentEdit {
        switch self {
        case .set(let inner, let value): .set(path + inner, value)
        case .clear(let inner): .clear(path + inner)
        case .add(let inner, let value, let index): .add(path + inner, value, at: index)
        case .move(let inner, let target): .move(path + inner, to: target)
        case .remove(let inner): .remove(path + inner)
        case .text: self
        }
    }
}

extension DocumentValue {
    fileprivate var isRecord: Bool { if case .record = self { true } else { false } }

    /// What tells an item of a list from others: all that it says.
    fileprivate var key: String { FieldCoding(language: .english).json(self, nil).text }
}

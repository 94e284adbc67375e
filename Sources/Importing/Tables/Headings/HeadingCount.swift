import Values

/// The number that a heading says of the rows below it. Numbers of a part of them (`含宁波1家`), of documents (`附件2`) and of years
/// are none.
enum HeadingCount {
    static func read(_ heading: String) -> Int? {
        let text = Substring(ValueText.halfWidth(heading).filter { !$0.isWhitespace })
        guard let (words, isBracketed) = ending(of: text) else { return nil }
        // `（2家，含宁波1家）`: what follows speaks of a part.
        let whole = parts.compactMap { words.firstRange(of: $0)?.lowerBound }.min().map { words[..<$0] } ?? words
        let labelled = labelledCounts(in: whole)
        // `（推荐1家，自荐2家）` are all.
        if Set(labelled.map(\.label)) == ["推荐", "自荐"] { return labelled.map(\.count).reduce(0, +) }
        let clauses = whole.split { ",;、".contains($0) }
        return (isBracketed ? clauses.first : clauses.last).flatMap { count($0, isBracketed: isBracketed) }
    }

    /// Whether words in brackets behind a heading are numbers of rows or documents, and no names.
    static func isOne(_ note: String) -> Bool {
        if read("(\(note))") != nil || ["附件", "附表"].contains(where: note.hasPrefix) { return true }
        let plain = ValueText.halfWidth(note).filter { !$0.isWhitespace }
        return zip(plain, plain.dropFirst()).contains { $0.isASCII && $0.isNumber && "个家项支名".contains($1) }
    }

    /// What the last brackets hold, else what may be a number at the end.
    private static func ending(of text: Substring) -> (words: Substring, isBracketed: Bool)? {
        guard text.last == ")" else { return text.isEmpty ? nil : (text, false) }
        guard let open = text.lastIndex(of: "(") else { return nil }
        return (text[text.index(after: open)...].dropLast(), true)
    }

    /// The number of `共3个班组`, or, in brackets, `3`; outside of them, of what ends so.
    private static func count(_ clause: Substring, isBracketed: Bool) -> Int? {
        var rest = clause
        while let last = rest.last, units.contains(last) { rest.removeLast() }
        let hasUnit = rest.endIndex < clause.endIndex
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }
        guard hasUnit || isBracketed, digits.count < 7, let count = Int(String(digits.reversed())) else { return nil }
        let before = rest.dropLast(digits.count)
        // `（2021）` is a year, 第2组 an ordinal.
        guard hasUnit || count < 1000, before.last != "第" else { return nil }
        guard isBracketed else { return count }
        return before.isEmpty || totals.contains(where: before.hasSuffix) ? count : nil
    }

    /// `推荐1家`, one after the other; none where anything else stands there.
    private static func labelledCounts(in words: Substring) -> [(label: String, count: Int)] {
        var found: [(label: String, count: Int)] = []
        var rest = words
        while !rest.isEmpty {
            let label = rest.prefix { !($0.isASCII && $0.isNumber) }
            let digits = rest.dropFirst(label.count).prefix { $0.isASCII && $0.isNumber }
            guard digits.count < 7, let count = Int(digits) else { return [] }
            rest = rest.dropFirst(label.count + digits.count).drop(while: units.contains)
            var bare = label.drop { ",;、:".contains($0) }
            if let who = ["协会", "企业", "单位"].first(where: bare.hasPrefix) { bare = bare.dropFirst(who.count) }
            found.append((String(bare.prefix { $0 != ":" }), count))
        }
        return found
    }

    private static let parts = ["含", "其中", "包括", "另有"]
    private static let totals = [
        "共", "计", "有", "总数", ":", "推荐", "获评", "入选", "上报", "申报", "全省", "全市", "全区", "班组", "班组数", "数量",
    ]
    private static let units = Set<Character>("个项家组班团队支名条")
}

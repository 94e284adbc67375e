import Values

/// Names of associations among other words.
enum AssociationMention {
    /// Whether a text names an association of some place: 浙江省市政行业协会 of `由浙江省市政行业协会推荐`.
    static func isIn(_ text: String) -> Bool {
        guard bodies.contains(where: text.contains) else { return false }
        let runs = text.split { !$0.isLetter || $0.isASCII }
        return runs.contains { run in
            bodies.contains { body in
                run.ranges(of: body).contains { range in names(run[..<range.upperBound]) }
            }
        }
    }

    /// Whether words that end as names of associations do are one, perhaps behind 由, 经 or 报.
    private static func names(_ words: Substring) -> Bool {
        var name = words
        while let word = introductions.first(where: name.hasPrefix) { name = name.dropFirst(word.count) }
        return name.count > 5 && PlaceReading.atStart(of: String(name)) != nil
    }

    private static let bodies = ["协会", "学会", "联合会", "促进会", "商会"]
    private static let introductions = ["由", "经", "报", "现", "兹", "同意"]
}

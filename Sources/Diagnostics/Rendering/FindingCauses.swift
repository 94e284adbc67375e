/// Puts findings that have one cause together: who mends the cause mends them all.
enum FindingCauses {
    /// More places than these say nothing new.
    private static let maximumPlaces = 3
    /// Without a place for the cause, so many findings are better shown each in its place.
    private static let maximumPlaceless = 5
    private static let maximumFiles = 8

    /// What two findings with one cause have in common.
    private enum Key: Hashable {
        case place(SourceRange)
        case fact(LocalizedText)

        init(_ cause: Diagnostic.Cause) { self = cause.range.map { .place($0) } ?? .fact(cause.fact) }

        /// How many findings stay as they are.
        var maximum: Int {
            switch self {
            case .place: 1
            case .fact: maximumPlaceless
            }
        }
    }

    /// The findings, those with the same cause as one that says how many there are: at the place of the cause, else at
    /// the first of them.
    ///
    /// Of different rules with one cause only the worst counts.
    static func folded(_ findings: [Diagnostic]) -> [Diagnostic] {
        let groups = Dictionary(grouping: findings.filter { $0.cause != nil }) { $0.cause.map(Key.init) }
        guard groups.contains(where: { key, group in group.count > key?.maximum ?? 0 }) else { return findings }
        var told: Set<Key> = []
        return findings.compactMap { finding in
            guard let cause = finding.cause, let group = groups[Key(cause)], group.count > Key(cause).maximum else {
                return finding
            }
            return told.insert(Key(cause)).inserted ? one(of: group, cause) : nil
        }
    }

    private static func one(of group: [Diagnostic], _ cause: Diagnostic.Cause) -> Diagnostic? {
        let severity = Severity.allCases.first { severity in group.contains { $0.severity == severity } }
        let worst = group.filter { $0.severity == severity }.sorted { place(of: $0) < place(of: $1) }
        guard let first = worst.first, worst.count > 1 else { return worst.first }
        let places = worst.compactMap(\.range)
        let isElsewhere = cause.range != nil
        return Diagnostic(
            first.rule, at: cause.range ?? first.range,
            message: LocalizedText(
                zh: "\(cause.fact.zh)，公开的内容却有 \(worst.count) 处指向它。",
                en: "\(cause.fact.en), but public content leads there from \(worst.count) places."),
            help: isElsewhere ? cause.help : joined(cause.help, files(of: places)),
            related: (isElsewhere ? places : Array(places.dropFirst())).prefix(maximumPlaces).enumerated()
                .map { index, place in
                    Diagnostic.Related(
                        index == 0 && isElsewhere
                            ? LocalizedText(zh: "从这里指向它", en: "this leads there")
                            : LocalizedText(zh: "还有这里", en: "and this"),
                        at: place)
                },
            url: isElsewhere ? nil : first.url
        ).counting(as: first.severity)
    }

    private static func place(of finding: Diagnostic) -> (String, Int) {
        (finding.range?.file.path ?? "", finding.range?.bytes.lowerBound ?? 0)
    }

    private static func joined(_ left: LocalizedText, _ right: LocalizedText) -> LocalizedText {
        LocalizedText(zh: left.zh + right.zh, en: left.en + " " + right.en)
    }

    /// Says in which files some places are.
    private static func files(of places: [SourceRange]) -> LocalizedText {
        let paths = Set(places.map(\.file.path)).sorted()
        let shown = paths.prefix(maximumFiles)
        let rest = paths.count - shown.count
        return LocalizedText(
            zh: "它们在：\(shown.joined(separator: "、"))" + (rest > 0 ? " 等 \(paths.count) 个文件。" : "。"),
            en: "They are in \(shown.joined(separator: ", "))"
                + (rest > 0 ? " and \(rest.counting("more file"))." : "."))
    }
}

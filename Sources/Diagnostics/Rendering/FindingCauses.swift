/// Puts findings that have one cause together: who mends the cause mends them all.
enum FindingCauses {
    /// More places than these say nothing new.
    private static let maximumPlaces = 3

    /// The findings, those with the same cause as one at its place that says how many there are.
    ///
    /// A single finding stays where it is. Of different rules with one cause only the worst counts.
    static func folded(_ findings: [Diagnostic]) -> [Diagnostic] {
        let groups = Dictionary(grouping: findings.filter { $0.cause != nil }) { $0.cause?.range }
        guard groups.contains(where: { $0.value.count > 1 }) else { return findings }
        var told: Set<SourceRange> = []
        return findings.compactMap { finding in
            guard let cause = finding.cause, let group = groups[cause.range], group.count > 1 else { return finding }
            return told.insert(cause.range).inserted ? one(of: group, cause) : nil
        }
    }

    private static func one(of group: [Diagnostic], _ cause: Diagnostic.Cause) -> Diagnostic? {
        let severity = Severity.allCases.first { severity in group.contains { $0.severity == severity } }
        let worst = group.filter { $0.severity == severity }
        guard let first = worst.first, worst.count > 1 else { return worst.first }
        let places = worst.compactMap(\.range)
        return Diagnostic(
            first.rule, at: cause.range,
            message: LocalizedText(
                zh: "\(cause.fact.zh)，公开的内容却有 \(worst.count) 处指向它。",
                en: "\(cause.fact.en), but public content leads there from \(worst.count) places."),
            help: cause.help,
            related: places.prefix(maximumPlaces).enumerated().map { index, place in
                Diagnostic.Related(
                    index == 0
                        ? LocalizedText(zh: "从这里指向它", en: "this leads there")
                        : LocalizedText(zh: "还有这里", en: "and this"),
                    at: place)
            }
        ).counting(as: first.severity)
    }
}

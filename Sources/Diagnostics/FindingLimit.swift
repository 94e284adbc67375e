/// Cuts short what repeats itself: a thousand findings of one rule in one file are one mistake made a thousand times, or a
/// file that somebody made to do harm. How many there are is told, and counts.
package enum FindingLimit {
    /// Findings of one rule in one file that are shown.
    private static let shownPerFile = 100
    /// Findings of one rule in all files that are shown.
    private static let shownPerRule = 1_000
    /// Findings of one rule in one file that are kept while it is read.
    private static let keptPerFile = 1_000

    private struct Group: Hashable {
        let rule: Rule
        let severity: Severity
        /// `nil` for all files.
        let path: String?

        init(_ finding: Diagnostic, ofFile: Bool) {
            rule = finding.rule
            severity = finding.severity
            path = ofFile ? finding.path ?? "" : nil
        }
    }

    /// The findings about one file as it is read, so that no file takes memory without end.
    package static func kept(_ findings: [Diagnostic]) -> [Diagnostic] {
        cut(
            findings, to: keptPerFile, by: { Group($0, ofFile: true) }, finding: { $0 },
            summary: { first, rest, _ in summary(of: rest, at: first, isOfFile: true, fileCount: 1) })
    }

    /// The entries of a report that are shown.
    static func listed(_ entries: [DiagnosticReport.Entry]) -> [DiagnosticReport.Entry] {
        typealias Entry = DiagnosticReport.Entry
        func entry(_ first: Entry, _ diagnostic: Diagnostic) -> Entry {
            Entry(diagnostic: diagnostic, start: first.start, end: first.end)
        }
        let ofFiles = cut(
            entries, to: shownPerFile, by: { Group($0.diagnostic, ofFile: true) }, finding: \.diagnostic,
            summary: { first, rest, _ in
                entry(first, summary(of: rest, at: first.diagnostic, isOfFile: true, fileCount: 1))
            })
        return cut(
            ofFiles, to: shownPerRule, by: { Group($0.diagnostic, ofFile: false) }, finding: \.diagnostic,
            summary: { first, rest, fileCount in
                entry(first, summary(of: rest, at: first.diagnostic, isOfFile: false, fileCount: fileCount))
            })
    }

    /// The first items of each group, then one for the rest, where the first of them stood.
    private static func cut<Item>(
        _ items: [Item], to limit: Int, by group: (Item) -> Group, finding: (Item) -> Diagnostic,
        summary: (_ first: Item, _ count: Int, _ fileCount: Int) -> Item
    ) -> [Item] {
        guard items.count > limit else { return items }
        var sizes: [Group: Int] = [:]
        for item in items { sizes[group(item), default: 0] += 1 }
        guard sizes.values.contains(where: { $0 > limit }) else { return items }
        var seen: [Group: Int] = [:]
        /// The first item that is left out, how many findings are, and the files they are in.
        var rests: [Group: (place: Int, first: Item, count: Int, paths: Set<String>)] = [:]
        var result: [Item?] = []
        for item in items {
            let group = group(item)
            seen[group, default: 0] += 1
            guard sizes[group] ?? 0 > limit, seen[group] ?? 0 > limit else {
                result.append(item)
                continue
            }
            var rest = rests[group] ?? (result.count, item, 0, [])
            if rests[group] == nil { result.append(nil) }
            rest.count += finding(item).count
            rest.paths.insert(finding(item).path ?? "")
            rests[group] = rest
        }
        for rest in rests.values { result[rest.place] = summary(rest.first, rest.count, rest.paths.count) }
        return result.compactMap { $0 }
    }

    private static func summary(
        of count: Int, at first: Diagnostic, isOfFile: Bool, fileCount: Int
    ) -> Diagnostic {
        let message =
            isOfFile
            ? LocalizedText(
                zh: "这个文件里同样的问题还有 \(count) 处，没有逐条列出。",
                en: "\(count) more of these in this file are not listed.")
            : LocalizedText(
                zh: "另有 \(fileCount) 个文件里同样的问题 \(count) 处，没有逐条列出。",
                en: "\(count) more of these in \(fileCount.counting("file")) are not listed.")
        var summary = Diagnostic(first.rule, at: first.range, message: message)
        summary.severity = first.severity
        summary.count = count
        return summary
    }
}

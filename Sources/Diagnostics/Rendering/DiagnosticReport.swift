/// All findings of a run, sorted, each once.
package struct DiagnosticReport: Sendable {
    /// A finding with its places computed.
    package struct Entry: Sendable {
        package let diagnostic: Diagnostic
        package let start: SourcePosition?
        package let end: SourcePosition?
    }

    /// By file, line, column and rule; findings without a place come first.
    package let entries: [Entry]

    /// What is known of persons is masked in every entry.
    package init(_ diagnostics: [Diagnostic]) {
        let mask = PersonalDataMask(diagnostics)
        let diagnostics = Self.folded(FindingCauses.folded(diagnostics)).map(mask.masked)
        var indices: [String: LineIndex] = [:]
        func position(_ offset: Int, in file: SourceFile) -> SourcePosition {
            let index = indices[file.path] ?? LineIndex(file)
            indices[file.path] = index
            return index.position(ofByte: offset)
        }
        var seen: Set<Diagnostic> = []
        let entries = diagnostics.filter { seen.insert($0).inserted }.map { diagnostic in
            Entry(
                diagnostic: diagnostic,
                start: diagnostic.range.map { position($0.bytes.lowerBound, in: $0.file) },
                end: diagnostic.range.map { position($0.bytes.upperBound, in: $0.file) })
        }
        func key(_ entry: Entry) -> (String, Int, Int, String, String) {
            (
                entry.diagnostic.range?.file.path ?? "", entry.start?.line ?? 0, entry.start?.column ?? 0,
                entry.diagnostic.rule.name, entry.diagnostic.message.en
            )
        }
        self.entries = entries.sorted { key($0) < key($1) }
    }

    /// Findings about persons that are listed of one kind in one file: a list of telephones is one mistake.
    private static let maximumPersonalFindings = 20

    /// The findings without those that repeat what the first of their file say; the last one tells how many there are.
    private static func folded(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func key(_ finding: Diagnostic) -> String { "\(finding.rule.name) \(finding.range?.file.path ?? "")" }
        var counts: [String: Int] = [:]
        for finding in diagnostics where finding.rule.group == "privacy" { counts[key(finding), default: 0] += 1 }
        guard counts.values.contains(where: { $0 > maximumPersonalFindings }) else { return diagnostics }
        var kept: [String: Int] = [:]
        return diagnostics.compactMap { finding in
            guard let total = counts[key(finding)], finding.rule.group == "privacy", total > maximumPersonalFindings
            else { return finding }
            kept[key(finding), default: 0] += 1
            guard let number = kept[key(finding)], number <= maximumPersonalFindings else { return nil }
            guard number == maximumPersonalFindings else { return finding }
            return Diagnostic(
                finding.rule, at: finding.range,
                message: LocalizedText(
                    zh: "\(finding.message.zh)本文件中这类内容共 \(total) 处。",
                    en: "\(finding.message.en) The file has \(total) of this kind."),
                help: finding.help, related: finding.related, replacement: finding.replacement, url: finding.url
            ).counting(as: finding.severity)
        }
    }

    /// How many findings have a severity.
    package func count(of severity: Severity) -> Int { entries.count { $0.diagnostic.severity == severity } }

    /// Whether the findings keep the site from being published.
    ///
    /// - Parameter isStrict: whether warnings do.
    package func isFailure(strict isStrict: Bool) -> Bool {
        count(of: .error) > 0 || (isStrict && count(of: .warning) > 0)
    }
}

/// The line starts of a file, so that many places in it are found quickly.
struct LineIndex {
    private let file: SourceFile
    private let starts: [Int]

    init(_ file: SourceFile) {
        self.file = file
        starts = [0] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    func position(ofByte offset: Int) -> SourcePosition {
        let end = min(max(offset, 0), file.bytes.count)
        var lower = 0
        var upper = starts.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if starts[middle] <= end { lower = middle } else { upper = middle }
        }
        var start = starts[lower]
        // A byte order mark is no column.
        if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
        let column = String(decoding: file.bytes[start..<end], as: UTF8.self).count + 1
        return SourcePosition(line: lower + 1, column: column)
    }
}

/// Takes data about persons out of findings: a report is passed on, printed in logs and kept by other programs.
struct PersonalDataMask {
    private var filesByPath: [String: SourceFile] = [:]
    /// What was found, longest first, so that no part of one is left over from another.
    private var values: [String] = []

    /// - Parameter findings: those of the group `privacy` name the places.
    init(_ findings: [Diagnostic]) {
        var rangesByPath: [String: (file: SourceFile, ranges: [Range<Int>])] = [:]
        for finding in findings where finding.rule.group == "privacy" {
            // A finding about what a document or a page holds has a place, but its place does not hold the value.
            guard let range = finding.range, !range.bytes.isEmpty else { continue }
            rangesByPath[range.file.path, default: (range.file, [])].ranges.append(range.bytes)
            values.append(String(decoding: range.file.bytes[range.bytes], as: UTF8.self))
        }
        values = Set(values).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        for (path, entry) in rangesByPath {
            var bytes = entry.file.bytes
            for range in entry.ranges {
                for index in range { bytes[index] = UInt8(ascii: "*") }
            }
            // Offsets stay what they are, and so do lines.
            filesByPath[path] = SourceFile(path: path, bytes: bytes)
        }
    }

    /// The finding without data about persons, in its lines as in its words.
    func masked(_ finding: Diagnostic) -> Diagnostic {
        guard !values.isEmpty else { return finding }
        var result = Diagnostic(
            finding.rule, at: finding.range.map(masked), message: masked(finding.message),
            help: finding.help.map(masked),
            related: finding.related.map { Diagnostic.Related(masked($0.message), at: masked($0.range)) },
            replacement: finding.replacement.map(masked), url: finding.url)
        result.severity = finding.severity
        return result
    }

    private func masked(_ range: SourceRange) -> SourceRange {
        filesByPath[range.file.path].map { $0.range(range.bytes) } ?? range
    }

    private func masked(_ text: LocalizedText) -> LocalizedText {
        LocalizedText(zh: masked(text.zh), en: masked(text.en))
    }

    private func masked(_ text: String) -> String {
        values.reduce(text) { $0.contains($1) ? $0.replacing($1, with: "***") : $0 }
    }
}

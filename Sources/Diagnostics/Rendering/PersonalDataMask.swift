/// Takes data about persons out of findings: a report is passed on, printed in logs and kept by other programs.
struct PersonalDataMask {
    private var filesByPath: [String: SourceFile] = [:]
    /// Files of findings of other rules that hold numbers in paths and addresses, where no rule asks for them.
    private var numberedFiles: [String: SourceFile] = [:]
    /// What was found, as UTF-8.
    private var values: Set<[UInt8]> = []
    /// The lengths of the values, longest first, so that no part of one is left over from another.
    private var lengths: [Int] = []
    private var firstBytes: Set<UInt8> = []

    /// - Parameter findings: those of the group `privacy` name the places.
    init(_ findings: [Diagnostic]) {
        var rangesByPath: [String: (file: SourceFile, ranges: [Range<Int>])] = [:]
        for finding in findings where finding.rule.group == "privacy" {
            // A finding about what a document or a page holds has a place, but its place does not hold the value.
            guard let range = finding.range, !range.bytes.isEmpty else { continue }
            rangesByPath[range.file.path, default: (range.file, [])].ranges.append(range.bytes)
            values.insert(Array(range.file.bytes[range.bytes]))
        }
        lengths = Set(values.map(\.count)).sorted(by: >)
        firstBytes = Set(values.compactMap(\.first))
        for (path, entry) in rangesByPath {
            var bytes = entry.file.bytes
            for range in entry.ranges {
                for index in range { bytes[index] = UInt8(ascii: "*") }
            }
            // Offsets stay what they are, and so do lines.
            filesByPath[path] = SourceFile(path: path, bytes: bytes)
        }
        let places = findings.compactMap(\.range) + findings.flatMap { $0.related.map(\.range) }
        for file in Set(places.map(\.file)) {
            let known = filesByPath[file.path]?.bytes ?? file.bytes
            let numbers = NumberShapes.ranges(in: known)
            guard !numbers.isEmpty else { continue }
            var bytes = known
            for index in numbers.joined() { bytes[index] = UInt8(ascii: "*") }
            numberedFiles[file.path] = SourceFile(path: file.path, bytes: bytes)
        }
    }

    /// The finding without data about persons, in its lines as in its words.
    func masked(_ finding: Diagnostic) -> Diagnostic {
        var result = Diagnostic(
            finding.rule, at: finding.range.map(masked), message: masked(finding.message),
            help: finding.help.map(masked),
            related: finding.related.map { Diagnostic.Related(masked($0.message), at: masked($0.range)) },
            replacement: finding.replacement.map(masked), url: finding.url.map(masked))
        result.severity = finding.severity
        result.count = finding.count
        return result.placed(
            inHandedIn: finding.handedIn.map { HandedInPlace(file: masked($0.file), spot: $0.spot.map(masked)) })
    }

    private func masked(_ range: SourceRange) -> SourceRange {
        let file = numberedFiles[range.file.path] ?? filesByPath[range.file.path] ?? range.file
        // Names of files are shown as well.
        let path = masked(file.path)
        return (path == file.path ? file : SourceFile(path: path, bytes: file.bytes)).range(range.bytes)
    }

    private func masked(_ text: LocalizedText) -> LocalizedText {
        LocalizedText(zh: masked(text.zh), en: masked(text.en))
    }

    private func masked(_ text: String) -> String {
        let shaped = NumberShapes.masked(text)
        let bytes = Array(shaped.utf8)
        guard bytes.contains(where: firstBytes.contains) else { return shaped }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let length =
                firstBytes.contains(bytes[index]) ? lengths.first { isValue(bytes, at: index, length: $0) } : nil
            result += length == nil ? [bytes[index]] : Array("***".utf8)
            index += length ?? 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func isValue(_ bytes: [UInt8], at index: Int, length: Int) -> Bool {
        index + length <= bytes.count && values.contains(Array(bytes[index..<index + length]))
    }
}

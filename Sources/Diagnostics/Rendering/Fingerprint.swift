/// Names a finding in a way that stays the same while lines move: by rule, file, the text of the line, and which of equal
/// ones it is. Programs that compare runs use it, and so does a baseline.
struct Fingerprints {
    private var counts: [String: Int] = [:]

    /// The fingerprint of the next entry of a report; entries are asked for in their order.
    mutating func next(_ entry: DiagnosticReport.Entry) -> String {
        let finding = entry.diagnostic
        let line = finding.range.map { range in
            String(decoding: range.file.bytes[Self.line(of: range)], as: UTF8.self)
        }
        // A finding about a file as a whole has no line of its own.
        let isWhole = finding.range.map { $0.bytes.isEmpty && $0.bytes.lowerBound == 0 } ?? true
        let text = [
            finding.rule.name, finding.path ?? finding.url ?? "", isWhole ? finding.message.en : line ?? "",
        ]
        .joined(separator: "\u{0}")
        counts[text, default: 0] += 1
        return Self.hash("\(text)\u{0}\(counts[text] ?? 1)")
    }

    /// Of a longer line only what stands around a finding counts, so that thousands in one line cost no more.
    private static let maximumLineLength = 4096

    /// The line of a finding, or what stands around it in a long one.
    private static func line(of range: SourceRange) -> Range<Int> {
        let start = range.bytes.lowerBound
        let line = range.file.lineBytes(around: start, within: maximumLineLength)
        guard line.count > maximumLineLength else { return line }
        return max(line.lowerBound, start - 512)..<min(line.upperBound, start + 512)
    }

    /// FNV-1a, 64 bits, in hexadecimal.
    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension DiagnosticReport {
    /// The fingerprint of each entry.
    package var fingerprints: [String] {
        var fingerprints = Fingerprints()
        return entries.map { fingerprints.next($0) }
    }
}

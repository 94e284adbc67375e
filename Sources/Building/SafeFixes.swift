import Content
import Diagnostics
import Foundation

/// Mends what can be mended without a person: names that are nearly right. Nothing else in a file is touched.
package enum SafeFixes {
    /// Rules whose proposal may be taken over unseen.
    private static let rules: Set<Rule> = [
        .fullWidthDigits, .halfWidthPunctuation, .ellipsis, .ownInsecureLink, .fileCase,
    ]

    /// A file with its mends.
    package struct FixedFile: Sendable {
        package let path: String
        package let bytes: [UInt8]
        package let fixes: [Diagnostic]
    }

    /// The files that change, by path. Of proposals that overlap the first counts.
    ///
    /// - Parameter source: the site's folder; a file that is not stored as it was read is left alone:
    ///   one in another encoding, or with data about persons, which a report masks.
    package static func files(of report: DiagnosticReport, source: String) -> [FixedFile] {
        let fixable = report.entries.map(\.diagnostic).filter { finding in
            finding.replacement != nil && finding.range != nil && isSafe(finding)
        }
        let reader = SourceReader.disk(root: source)
        return Dictionary(grouping: fixable) { $0.range?.file.path ?? "" }.sorted { $0.key < $1.key }.compactMap {
            path, findings in
            guard let file = findings.first?.range?.file, reader.read(path, file.bytes.count + 1) == file.bytes else {
                return nil
            }
            var bytes: [UInt8] = []
            var position = 0
            var fixes: [Diagnostic] = []
            for finding in findings.sorted(by: { start(of: $0) < start(of: $1) }) {
                guard let range = finding.range?.bytes, let replacement = finding.replacement,
                    range.lowerBound >= position
                else { continue }
                bytes += file.bytes[position..<range.lowerBound] + Array(replacement.utf8)
                position = range.upperBound
                fixes.append(finding)
            }
            return FixedFile(path: path, bytes: bytes + file.bytes[position...], fixes: fixes)
        }
    }

    private static func start(of finding: Diagnostic) -> Int { finding.range?.bytes.lowerBound ?? 0 }

    private static func isSafe(_ finding: Diagnostic) -> Bool {
        guard let range = finding.range, let replacement = finding.replacement else { return false }
        let text = String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
        switch finding.rule {
        // A number in full-width digits is the same number in others.
        case .metaType:
            return text != replacement
                && text.applyingTransform(.fullwidthToHalfwidth, reverse: false) == replacement
        case .rosterProvince: return isSameProvince(text, replacement)
        case .brokenLink, .fileMissing, .brokenAnchor:
            return hasSameNumbers(text, replacement) && hasSameID(text, replacement)
        default: return rules.contains(finding.rule)
        }
    }

    /// Whether one name is the other with more or less at its end: 内蒙 and 内蒙古, 广西省 and 广西. A province that is only
    /// near in spelling may be another one.
    private static func isSameProvince(_ text: String, _ replacement: String) -> Bool {
        text.count > 1 && (text.hasPrefix(replacement) || replacement.hasPrefix(text))
    }

    /// Whether years, numbers of teams and of articles are the same in both: another number is another thing.
    private static func hasSameNumbers(_ text: String, _ replacement: String) -> Bool {
        func numerals(_ text: String) -> [Character] {
            text.filter { $0.isWholeNumber || "十百".contains($0) }.map { $0 }
        }
        return numerals(text) == numerals(replacement)
    }

    /// Whether a name that ends in a number, as the ids of teams do, is the same but for case and ending: `sc-001` and
    /// `bj-001` are teams of two provinces.
    private static func hasSameID(_ text: String, _ replacement: String) -> Bool {
        func stem(_ text: String) -> String {
            let name = text.prefix { $0 != "#" }.split(separator: "/").last { $0 != "index.md" } ?? ""
            return name.prefix { $0 != "." }.lowercased()
        }
        return !stem(text).contains(where: \.isNumber) || stem(text) == stem(replacement)
    }
}

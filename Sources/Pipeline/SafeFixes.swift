import Addresses
import Content
import Diagnostics
import Editing
import Fields
import Foundation
import Rules

/// Mends what can be mended without a person: names that are nearly right. Nothing else in a file is touched.
package enum SafeFixes {
    /// Rules whose proposal may be taken over unseen.
    private static let rules: Set<Rule> = [
        .fullWidthDigits, .halfWidthPunctuation, .ellipsis, .ownInsecureLink, .fileCase, .hiddenInText, .lookAlike,
        .runTogether, .failedImage, .lostCells, .indentedText, .rosterWrittenForm, .foreignMark,
    ]

    /// More than any text may have.
    private static let maximumByteCount = 64 * 1024 * 1024

    /// A file with its mends.
    package struct FixedFile: Sendable {
        package let path: String
        /// What stands there, and is to be mended.
        package let original: [UInt8]
        package let bytes: [UInt8]
        package let fixes: [Fix]
    }

    /// One mend of a file.
    package struct Fix: Sendable {
        /// The finding, at the bytes that are replaced.
        package let finding: Diagnostic
        /// Where the new text stands in the text of the mended file.
        package let place: Range<Int>
        /// How many places it mends: a finding may be about the cells of a column.
        package var count: Int {
            guard let range = finding.range, let replacement = finding.replacement else { return 1 }
            return TextDifference.placeCount(from: Array(range.file.bytes[range.bytes]), to: Array(replacement.utf8))
        }
    }

    /// A proposal that is safe and cannot be taken over, with the reason.
    package struct Obstacle: Sendable {
        package let finding: Diagnostic
        package let reason: LocalizedText
    }

    /// What becomes of the proposals of a report.
    package struct Outcome: Sendable {
        /// The files that change, by path.
        package var files: [FixedFile] = []
        package var obstacles: [Obstacle] = []
        /// How many further proposals a person has to decide on.
        package var undecidedCount = 0

        /// What became of a report, and then of the report about the mended files.
        fileprivate func followed(by next: Outcome) -> Outcome {
            var all = next
            let later = Dictionary(next.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            all.files = files.map { file in
                later[file.path].map {
                    FixedFile(path: file.path, original: file.original, bytes: $0.bytes, fixes: file.fixes + $0.fixes)
                } ?? file
            }
            let paths = Set(files.map(\.path))
            all.files += next.files.filter { !paths.contains($0.path) }
            all.files.sort { $0.path < $1.path }
            return all
        }
    }

    /// How often the rest is checked again when some mends turn out to be of no use.
    private static let maximumTrials = 4

    /// Takes over the proposals that are safe and help: a check of the mended files finds no error or warning at their
    /// places that was not found before, nor what they were to mend. Of those that overlap the first counts.
    ///
    /// - Parameters:
    ///   - workspace: the files that were checked.
    ///   - check: what a check says when some files, by path, are as given.
    package static func outcome(
        of report: DiagnosticReport, in workspace: Workspace, check: ([String: [UInt8]]) throws -> DiagnosticReport
    ) rethrows -> Outcome {
        var (all, files) = (Outcome(), [String: [UInt8]]())
        var (known, seen) = (report, workspace)
        // What a mend brings to light is mended as well, so that a second run finds nothing to do.
        for round in 0..<maximumRounds {
            let (found, after) = try mending(of: known, in: seen) { try check(files.merging($0) { $1 }) }
            all = round == 0 ? found : all.followed(by: found)
            guard let after, !found.files.isEmpty else { break }
            for file in found.files { files[file.path] = file.bytes }
            known = after
            seen = workspace.changed(by: files.mapValues { .written($0) })
        }
        return all
    }

    /// How often what was mended is looked at for more.
    private static let maximumRounds = 8

    /// One look at the findings of a report.
    ///
    /// - Returns: what comes of it, and what a check says then; `nil` where nothing is mended.
    private static func mending(
        of report: DiagnosticReport, in workspace: Workspace, check: ([String: [UInt8]]) throws -> DiagnosticReport
    ) rethrows -> (outcome: Outcome, after: DiagnosticReport?) {
        var useless: [Diagnostic] = []
        for _ in 0..<maximumTrials {
            var outcome = candidates(of: report, in: workspace, leaving: Set(useless.compactMap(Place.init)))
            outcome.obstacles += useless.map(uselessness)
            guard !outcome.files.isEmpty else { return (outcome, nil) }
            let files = Dictionary(outcome.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            let checked = try check(files)
            let after = MendedFindings(checked, before: report)
            let failed = outcome.files.flatMap { file in
                file.fixes.filter { after.hasSomething(at: $0, in: file.path) }.map(\.finding)
            }
            guard !failed.isEmpty else { return (outcome, checked) }
            useless += failed
        }
        var outcome = candidates(of: report, in: workspace, leaving: [])
        outcome.obstacles += outcome.files.flatMap(\.fixes).map { uselessness($0.finding) }
        outcome.files = []
        return (outcome, nil)
    }

    /// Tells proposals apart.
    private struct Place: Hashable {
        let path: String
        let start: Int
        let rule: String

        init?(_ finding: Diagnostic) {
            guard let range = finding.range else { return nil }
            path = range.file.path
            start = SafeFixes.place(of: finding, in: range).lowerBound
            rule = finding.rule.name
        }
    }

    private static func uselessness(_ finding: Diagnostic) -> Obstacle {
        Obstacle(
            finding: finding,
            reason: LocalizedText(
                zh: "照建议改了，这里仍然不对", en: "with the proposal the place would still not be right"))
    }

    private static func candidates(
        of report: DiagnosticReport, in workspace: Workspace, leaving: Set<Place>
    ) -> Outcome {
        var outcome = Outcome()
        let proposals = report.entries.map(\.diagnostic).filter { $0.replacement != nil && $0.range != nil }
        let fixable = proposals.filter { finding in
            isSafe(finding) && !(Place(finding).map(leaving.contains) ?? false)
        }
        outcome.undecidedCount = proposals.count - fixable.count - leaving.count
        for (path, findings) in Dictionary(grouping: fixable, by: { $0.range?.file.path ?? "" }).sorted(by: {
            $0.key < $1.key
        }) {
            guard let file = findings.first?.range?.file,
                let original = workspace.read(path, maximumByteCount), let text = EncodedText(original),
                isSame(text.text, file.bytes)
            else {
                outcome.obstacles += findings.map {
                    Obstacle(
                        finding: $0,
                        reason: LocalizedText(
                            zh: "文件不是能读的文本，或已有改动", en: "the file is no text that can be read, or has changed"))
                }
                continue
            }
            let (splices, fixes) = mended(text.text, findings, obstacles: &outcome.obstacles)
            guard !fixes.isEmpty else { continue }
            do {
                let bytes = try text.applying(splices).bytes
                outcome.files.append(FixedFile(path: path, original: original, bytes: bytes, fixes: fixes))
            } catch {
                outcome.obstacles += fixes.map {
                    Obstacle(
                        finding: $0.finding,
                        reason: LocalizedText(
                            zh: "文件的编码里没有“\(error.character)”这个字，请先另存为 UTF-8",
                            en: "the file's encoding lacks “\(error.character)”; save it as UTF-8 first"))
                }
            }
        }
        return outcome
    }

    /// Whether a file is what was read: a report has asterisks where data about persons stand.
    private static func isSame(_ stored: [UInt8], _ read: [UInt8]) -> Bool {
        stored.count == read.count && zip(stored, read).allSatisfy { $0 == $1 || $1 == UInt8(ascii: "*") }
    }

    private static func mended(
        _ stored: [UInt8], _ findings: [Diagnostic], obstacles: inout [Obstacle]
    ) -> (splices: [EncodedText.Splice], fixes: [Fix]) {
        var splices: [EncodedText.Splice] = []
        var position = 0
        // How much longer the text has become.
        var shift = 0
        var fixes: [Fix] = []
        for finding in findings.sorted(by: { start(of: $0) < start(of: $1) }) {
            guard let range = finding.range, let replacement = finding.replacement else { continue }
            let place = place(of: finding, in: range)
            let isMasked = stored[place] != range.file.bytes[place] || replacement.contains("***")
            guard place.lowerBound >= position, !isMasked else {
                obstacles.append(
                    Obstacle(
                        finding: finding,
                        reason: isMasked
                            ? LocalizedText(zh: "这里有个人信息，请先删去", en: "there are data about a person; delete them first")
                            : LocalizedText(zh: "与前一处改正重叠，请再运行一次", en: "it overlaps the mend before it; run once more"))
                )
                continue
            }
            let start = place.lowerBound + shift
            splices.append(EncodedText.Splice(place, replacement))
            position = place.upperBound
            shift += replacement.utf8.count - place.count
            fixes.append(
                Fix(
                    finding: finding.placed(at: range.file.range(place)), place: start..<start + replacement.utf8.count)
            )
        }
        return (splices, fixes)
    }

    /// What a person can have put in the place of what is wrong, at a click: what stands in no data about persons.
    ///
    /// - Returns: the bytes of the finding's file, and the text; `nil` where nothing is proposed.
    package static func proposal(of finding: Diagnostic) -> (place: Range<Int>, text: String)? {
        guard let range = finding.range, let text = finding.replacement, !text.contains("***") else { return nil }
        let place = place(of: finding, in: range)
        guard !range.file.bytes[place].starts(with: Array("***".utf8)) else { return nil }
        return (place, text)
    }

    private static func start(of finding: Diagnostic) -> Int { finding.range?.bytes.lowerBound ?? 0 }

    /// The bytes that a proposal replaces: all of its range, but for quotes that it does not bring itself.
    private static func place(of finding: Diagnostic, in range: SourceRange) -> Range<Int> {
        let brings = finding.replacement.map { replacement in
            replacement.utf8.first.map { "\"'".utf8.contains($0) } ?? false && replacement.first == replacement.last
        }
        return brings ?? false ? range.bytes : unquoted(range)
    }

    /// A value without the ASCII quotes around it, which stay: in YAML and CSV they are no part of it.
    private static func unquoted(_ range: SourceRange) -> Range<Int> {
        let (bytes, text) = (range.bytes, range.file.bytes)
        guard bytes.count > 1, let quote = text[bytes].first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            text[bytes].last == quote
        else { return bytes }
        return bytes.lowerBound + 1..<bytes.upperBound - 1
    }

    private static func isSafe(_ finding: Diagnostic) -> Bool {
        guard let range = finding.range, let replacement = finding.replacement else { return false }
        let text = String(decoding: range.file.bytes[unquoted(range)], as: UTF8.self)
        switch finding.rule {
        // A number in full-width digits is the same number in others.
        case .metaType:
            return text != replacement
                && text.applyingTransform(.fullwidthToHalfwidth, reverse: false) == replacement
        // An id in capitals is the same id.
        case .rosterValue: return text != replacement && text.lowercased() == replacement
        // What YAML cannot read at all, and nobody sees.
        case .metaSyntax: return replacement.isEmpty
        case .hiddenInValue: return HiddenCharacters.isCleanedUnseen(text)
        case .rosterProvince: return isSameProvince(text, replacement)
        case .brokenLink, .fileMissing, .brokenAnchor:
            // Escapes have digits that are none of the name.
            let (old, new) = (PercentEncoding.decoded(text), PercentEncoding.decoded(withoutQuotes(replacement)))
            return hasSameNumbers(old, new) && hasSameID(old, new)
        default: return rules.contains(finding.rule)
        }
    }

    private static func withoutQuotes(_ text: String) -> String {
        guard text.count > 1, let first = text.first, "\"'".contains(first), text.last == first else { return text }
        return String(text.dropFirst().dropLast())
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

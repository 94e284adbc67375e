import Diagnostics
import Documents
import FileSystem
import Foundation
import History

/// Changes of a site as a terminal shows them.
struct ChangeList {
    let words: MessageLanguage
    let timeZone: TimeZone

    /// Larger texts are not compared line by line.
    private static let maximumByteCount = 4 * 1024 * 1024

    /// Digits, time, person and sentence of a change.
    func line(_ change: RecordedChange) -> String {
        let person = change.person.map(\.text) ?? nobody(change.origin)[words]
        return "\(change.id)  \(time(change.time))  \(person)  \(change.sentence[words])\n"
    }

    private func nobody(_ origin: RecordedChange.Origin) -> LocalizedText {
        origin == .beginning ? LocalizedText(same: "–") : LocalizedText(zh: "其他程序", en: "another program")
    }

    /// `2026-11-30 18:20` where the person is.
    private func time(_ seconds: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: TimeInterval(seconds)))
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) \(two(parts.hour)):\(two(parts.minute))"
    }

    /// Files that are shown of a change before the rest is counted.
    private static let maximumFileCount = 12

    /// The files of a change, a line each.
    func files(_ files: [ChangedFile]) -> String {
        var text = files.prefix(Self.maximumFileCount).map { line($0.kind, $0.path) }.joined()
        let rest = files.count - Self.maximumFileCount
        if rest > 0 {
            text +=
                "    "
                + LocalizedText(zh: "……另有 \(rest) 个文件", en: "… and \(rest.counting("more file", "more files"))")[words]
                + "\n"
        }
        return text
    }

    /// What becomes of a file.
    func file(_ file: Replacement) -> String {
        let kind: ChangedFile.Kind = file.before == .absent ? .added : file.after == .absent ? .removed : .changed
        return line(kind, file.path)
    }

    private func line(_ kind: ChangedFile.Kind, _ path: String) -> String {
        let word =
            switch kind {
            case .added: LocalizedText(zh: "新增", en: "added  ")
            case .changed: LocalizedText(zh: "修改", en: "changed")
            case .removed: LocalizedText(zh: "删除", en: "removed")
            }
        return "    \(word[words]) \(VisibleText.oneLine(path))\n"
    }

    /// The lines that differ between two versions of a file, with `-` and `+`.
    ///
    /// - Parameter limit: how many lines are shown before the rest is counted.
    func difference(from before: FileVersion, to after: FileVersion, limit: Int = .max) -> String {
        guard let old = text(before), let new = text(after) else {
            return "        "
                + LocalizedText(zh: "（不是文字，或者太大，不逐行比较）", en: "(no text, or too large to be compared by lines)")[words]
                + "\n"
        }
        let lines = LineDifference.lines(from: old, to: new)
        var text = lines.prefix(limit).map { "        " + VisibleText.oneLine($0) + "\n" }.joined()
        let rest = lines.count - min(limit, lines.count)
        if rest > 0 {
            text +=
                "        "
                + LocalizedText(zh: "……另有 \(rest) 行", en: "… and \(rest.counting("more line", "more lines"))")[words]
                + "\n"
        }
        return text
    }

    /// The text of a version in UTF-8; `nil` for what is none.
    private func text(_ version: FileVersion) -> String? {
        guard case .bytes(let bytes) = version else { return "" }
        guard bytes.count <= Self.maximumByteCount, !bytes.contains(0) else { return nil }
        if TextEncoding.firstInvalidByte(bytes) == nil { return String(decoding: bytes, as: UTF8.self) }
        return TextEncoding.decodingGB18030(bytes).map { String(decoding: $0, as: UTF8.self) }
    }
}

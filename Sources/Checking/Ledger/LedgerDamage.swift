import Diagnostics
import Rules

/// Why a ledger of what was published is not believed.
package struct LedgerDamage {
    package enum Kind {
        case empty
        /// It is no text in UTF-8.
        case encoding
        /// Marks of a merge that was not finished.
        case merge
        /// A line that no build writes.
        case line
        /// Part of it is missing, or stands there twice.
        case incomplete
        /// It is a folder, a link, a pipe or a file that cannot be read.
        case notAFile
        /// It is not there, although a site with lists of some years was published.
        case missing(years: [Int])
    }

    private let kind: Kind
    private let range: SourceRange

    package init(_ kind: Kind, at range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// What is wrong with the bytes of a file as a text.
    static func ofText(_ file: SourceFile) -> LedgerDamage? {
        if file.bytes.isEmpty { return LedgerDamage(.empty, at: file.start) }
        let isText = !file.bytes.contains(0) && String(validating: file.bytes, as: UTF8.self) != nil
        return isText ? nil : LedgerDamage(.encoding, at: file.start)
    }

    /// Whether a line is what Git writes where two versions disagree.
    static func isOfMerge(_ line: ArraySlice<UInt8>) -> Bool {
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.starts(with: $0.utf8) }
    }

    /// What is said of it.
    package var finding: Diagnostic {
        let (what, path) = (self.what, range.file.path)
        if case .missing = kind { return missing(what, path) }
        return Diagnostic(
            .damagedRecord, at: range,
            message: LocalizedText(
                zh: "公开记录 \(path) 已损坏：\(what.zh)。", en: "The record \(path) is damaged: \(what.en)."),
            help: LocalizedText(
                zh: "请用上次发布时的副本恢复（备份或版本库里有），不要手工改。找不到副本的，先核对各年度名单，再删去它，用 build --record 重新记录。",
                en:
                    "Restore it from a copy of the last publication (a backup or the repository); do not edit it. Without a copy, compare all lists with their decisions, delete it, and begin it anew with build --record."
            ))
    }

    private func missing(_ what: LocalizedText, _ path: String) -> Diagnostic {
        Diagnostic(
            .damagedRecord, at: range,
            message: LocalizedText(
                zh: "公开记录 \(path) 不见了：\(what.zh)，现在的名单和网址改没改动，查不出来。",
                en:
                    "The record \(path) is gone: \(what.en), and nothing tells whether they and their addresses changed."
            ),
            help: LocalizedText(
                zh: "请从备份、版本库或原来的文件夹里找回它，放在 site.config 旁边。找不到的，先核对各年度名单，再用 build --record 重新记录。",
                en:
                    "Put it back beside site.config, from a backup, the repository or the folder that the site was copied from. If it is lost, compare all lists with their decisions and begin it anew with build --record."
            ))
    }

    private var what: LocalizedText {
        switch kind {
        case .empty: LocalizedText(zh: "里面是空的", en: "it is empty")
        case .encoding: LocalizedText(zh: "不是 UTF-8 文本", en: "it is no text in UTF-8")
        case .merge: LocalizedText(zh: "有合并时留下的冲突标记", en: "it has marks of a merge that was not finished")
        case .line: LocalizedText(zh: "这一行看不懂", en: "this line cannot be understood")
        case .incomplete: LocalizedText(zh: "内容不全或有重复", en: "part of it is missing or stands there twice")
        case .missing(let years):
            LocalizedText(
                zh: "上次发布的网站里有 \(years.map { "\($0)" }.joined(separator: "、")) 年度的名单",
                en: "the site that was published last has lists of \(years.map { "\($0)" }.joined(separator: ", "))")
        case .notAFile:
            LocalizedText(
                zh: "它不是能读的文件（是文件夹、链接、管道，或没有权限）",
                en: "it is no file that can be read, but a folder, a link or a pipe, or permissions are lacking")
        }
    }
}

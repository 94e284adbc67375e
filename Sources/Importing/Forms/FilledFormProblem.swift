import Diagnostics
import Documents

/// Why a filled form cannot be read. Nothing of it is used then.
package enum FilledFormProblem: Error, Sendable, Equatable {
    /// With the reason.
    case unreadable(LocalizedText)
    case empty
    case tooLarge
    /// A file of Word before 2007 or of WPS, or one with a password, which looks the same from outside.
    case oldOrLocked
    case noWord
    case macros
    case template
    case damaged(LocalizedText)
    case excessive(LocalizedText)
    /// No form of the site has these fields.
    case unknownForm

    package var message: LocalizedText {
        switch self {
        case .unreadable(let reason): LocalizedText(zh: "读不了：\(reason.zh)。", en: "cannot be read: \(reason.en).")
        case .empty: LocalizedText(zh: "文件是空的。", en: "is empty.")
        case .tooLarge:
            LocalizedText(zh: "超过 10 MB，不像申报表；请压缩其中的照片。", en: "is larger than 10 MB; make its photos smaller.")
        case .oldOrLocked:
            LocalizedText(
                zh: "是旧版 .doc、.wps，或设了密码；请去掉密码，另存为 .docx。",
                en: "is an old .doc or .wps, or has a password; take it away and save as .docx.")
        case .noWord: LocalizedText(zh: "不是 Word 文件（.docx）。", en: "is no Word file (.docx).")
        case .macros:
            LocalizedText(
                zh: "带有宏，没有读取；请另存为不带宏的 .docx。", en: "holds macros and was not read; save it as .docx without.")
        case .template: LocalizedText(zh: "是模板（.dotx），请另存为 .docx。", en: "is a template (.dotx); save it as .docx.")
        case .damaged(let reason): LocalizedText(zh: "打不开：\(reason.zh)。", en: "cannot be opened: \(reason.en).")
        case .excessive(let reason): LocalizedText(zh: "不像申报表：\(reason.zh)。", en: "is like no form: \(reason.en).")
        case .unknownForm:
            LocalizedText(
                zh: "认不出是哪一种表格：没有表格编号，栏目也对不上。",
                en: "is no form of this site: it has no form number, and its labels are others.")
        }
    }

    init(_ problem: DocumentProblem) {
        switch problem {
        case .damaged(let reason): self = .damaged(reason)
        case .encrypted: self = .oldOrLocked
        case .excessive(let reason): self = .excessive(reason)
        case .opaque: self = .noWord
        }
    }
}

/// How much of a file is looked at.
package enum FilledFormLimits {
    /// In bytes.
    package static let maximumByteCount = WordFile.maximumByteCount
}

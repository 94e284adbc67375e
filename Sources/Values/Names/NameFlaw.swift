import Diagnostics

/// Whose name it is that a row or a form gives.
package enum NameOwner: Sendable, Hashable {
    case team, enterprise

    /// What an editor calls it.
    var word: LocalizedText {
        self == .team ? LocalizedText(zh: "班组", en: "team") : LocalizedText(zh: "企业", en: "enterprise")
    }
}

/// What shows that a name is not written as a name is.
package enum NameFlaw: Sendable, Hashable {
    /// More characters than a name has.
    case tooLong(Int)
    /// A name with brackets, quotation marks or lines around it.
    case enclosed(String)
    /// A name of which a conversion has lost characters or left its signs: what shows it.
    case lossy(String, trace: String)
    /// A name with the number of its row before it.
    case numbered(String, number: String)
    /// Words or signs that are no part of a name, and are not in brackets.
    case surplus(String, part: String)
    /// The name breaks off within the words that end it.
    case cutOff(String)
    /// A name that stands there several times, given once.
    case repeated(String)

    /// What an editor is told.
    func message(about owner: NameOwner) -> LocalizedText {
        let (zh, en) = (owner.word.zh, owner.word.en)
        return switch self {
        case .tooLong(let count):
            LocalizedText(
                zh: "\(zh)名称有 \(count) 个字，最多 \(NameKind.longestName) 个字。",
                en: "The name of the \(en) has \(count) characters; at most \(NameKind.longestName) are allowed.")
        case .enclosed(let name):
            LocalizedText(
                zh: "“\(name)”前后有括号、引号或下划线，请只写\(zh)的名称。",
                en:
                    "“\(name)” has brackets, quotation marks or lines around it: write the name of the \(en) alone.")
        case .lossy(let name, let trace):
            LocalizedText(
                zh: "“\(name)”里的“\(trace)”像是转换格式时丢了字或留下的符号，请对照原件写\(zh)的名称。",
                en:
                    "“\(trace)” in “\(name)” seems to be what a conversion lost or left behind: write the name of the \(en) after the original."
            )
        case .numbered(let name, let number):
            LocalizedText(
                zh: "“\(name)”前面的“\(number)”像是序号，请只写\(zh)的名称。",
                en: "“\(number)” before “\(name)” seems to be the number of a row: write the name of the \(en) alone.")
        case .surplus(let name, let part):
            LocalizedText(
                zh: "“\(name)”里的“\(part)”不像名称的一部分；请写\(zh)的全称。",
                en: "“\(part)” in “\(name)” seems to be no part of the name: write the full name of the \(en).")
        case .cutOff(let name):
            LocalizedText(
                zh: "“\(name)”像是没有写完；请写\(zh)的全称。",
                en: "“\(name)” seems to be cut off: write the full name of the \(en).")
        case .repeated(let once):
            LocalizedText(
                zh: "\(zh)名称“\(once)”连写了几遍，请只写一遍。",
                en: "The name “\(once)” stands there several times: write it once.")
        }
    }
}

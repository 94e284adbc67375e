import Foundation

extension Slug {
    /// A slug to propose for a name that is none: pinyin for Chinese, lower case, hyphens between; `nil` when nothing
    /// of the name is left.
    ///
    /// It is only shown to people, so that ICU may transcribe a character in another way in its next version.
    static func proposal(for name: String) -> Slug? {
        let latin = name.applyingTransform(.toLatin, reverse: false)?.applyingTransform(
            .stripDiacritics, reverse: false)
        let halfWidth = (latin ?? name).applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? name
        let words = halfWidth.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return Slug(String(words.joined(separator: "-").prefix(80)))
    }
}

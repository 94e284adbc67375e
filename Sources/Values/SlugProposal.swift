import Foundation

extension Slug {
    /// A slug to propose for a name that is none: pinyin for Chinese, lower case, hyphens between; `nil` when nothing
    /// of the name is left.
    ///
    /// Whoever takes it has an address for ever: it is read as `Pinyin` reads names.
    package static func proposal(for name: String) -> Slug? {
        let halfWidth = name.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? name
        let plain = halfWidth.applyingTransform(.stripDiacritics, reverse: false) ?? halfWidth
        return Slug(String(Pinyin(texts: [plain]).slug(plain).prefix(80)))
    }
}

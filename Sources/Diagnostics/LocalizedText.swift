/// A sentence in the two languages of the product.
package struct LocalizedText: Sendable, Hashable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same in both languages: names and codes.
    package init(same text: String) { self.init(zh: text, en: text) }

    package subscript(language: MessageLanguage) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    /// More than anybody reads; a name in a file may have any length.
    private static let maximumBytes = 4096

    /// The text, cut off where it is longer than a message may be.
    var bounded: LocalizedText {
        guard zh.utf8.count > Self.maximumBytes || en.utf8.count > Self.maximumBytes else { return self }
        return LocalizedText(zh: Self.cut(zh), en: Self.cut(en))
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumBytes else { return text }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: maximumBytes)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return text[..<end] + "…"
    }
}

/// The language in which messages are shown.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case zh
    case en
}

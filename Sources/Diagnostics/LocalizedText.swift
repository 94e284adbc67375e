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
}

/// The language in which messages are shown.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case zh
    case en
}

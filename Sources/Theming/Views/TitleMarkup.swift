import Text

/// A title as it stands in a heading or in a list of documents.
enum TitleMarkup {
    /// HTML with `<wbr>` where a line may break. Style sheets forbid breaks elsewhere where there is one; a title without
    /// is broken as any text is.
    static func html(_ title: String) -> [UInt8] {
        var html: [UInt8] = []
        for (index, phrase) in TitlePhrases.phrases(of: title).enumerated() {
            if index > 0 { html += "<wbr>".utf8 }
            HTMLEscaping.append(phrase, to: &html)
        }
        return html
    }
}

import Diagnostics
import Rules
import Text

/// A comment of HTML in the value of a field, which hides nothing there: fields are no Markdown.
enum HiddenComment {
    /// As it is written, with what full-width keyboards and blanks make of it.
    private static let beginnings: [StaticString] = ["<!--", "< !--", "<! --", "<！--", "＜!--", "＜！--", "<!——", "<！——"]

    /// The finding about a value that has a comment; `nil` for all others.
    static func finding(in text: String, at range: SourceRange) -> Diagnostic? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == 0xEF }),
            beginnings.contains(where: text.holds)
        else { return nil }
        return Diagnostic(
            .openComment, at: range,
            message: LocalizedText(
                zh: "字段里的“<!-- … -->”不是注释，会原样公开。",
                en: "“<!-- … -->” in a field is no comment: it would be published as it stands."),
            help: LocalizedText(
                zh: "请删去；要留给自己看的话，另起一行，以 # 开头。",
                en: "Delete it; a note for yourself goes into a line of its own that begins with #."))
    }
}

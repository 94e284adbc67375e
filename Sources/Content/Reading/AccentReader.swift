import Diagnostics
import Fields
import Rules
import Values

/// Reads the site's colour and says whether it can be read.
enum AccentReader {
    static func accent(_ fields: inout FieldReader) -> AccentColour? {
        let light = fields.value(of: SiteFields.accent)
        let dark = fields.value(of: SiteFields.accentDark)
        return light.map { AccentColour(light: $0, dark: dark) }
    }

    static func colour(
        _ name: String, in scheme: AccentColour.Scheme, _ fields: inout FieldReader
    ) -> SRGBColour? {
        guard let text = fields.text(name) else { return nil }
        guard let colour = SRGBColour(text.value) else {
            fields.report(
                Diagnostic(
                    .configurationValue, at: text.range,
                    message: LocalizedText(
                        zh: "“\(text.value)”不是可用的颜色。", en: "“\(text.value)” is no usable colour."),
                    help: LocalizedText(
                        zh: "请写 # 和六位十六进制数，并加引号，例如 \"#0f5c63\"。",
                        en: "Write # and six hexadecimal digits in quotes, such as \"#0f5c63\".")))
            return nil
        }
        let contrast = AccentColour.contrast(of: colour, in: scheme)
        if contrast < AccentColour.leastContrast { fields.report(weak(colour, at: text.range, contrast, scheme)) }
        return colour
    }

    private static func weak(
        _ colour: SRGBColour, at range: SourceRange, _ contrast: Double, _ scheme: AccentColour.Scheme
    ) -> Diagnostic {
        let proposal = AccentColour.readable(colour, in: scheme).text
        // Cut, not rounded: 4.49 is not 4.5.
        let hundredths = Int(contrast * 100)
        let ratio = "\(hundredths / 100).\(hundredths % 100 / 10)"
        let isLight = scheme == .light
        return Diagnostic(
            .configurationAccent, at: range,
            message: LocalizedText(
                zh: "“\(colour.text)”在\(isLight ? "浅" : "深")色界面上的对比度只有 \(ratio):1，至少要 4.5:1。",
                en:
                    "“\(colour.text)” has a contrast of \(ratio):1 in the \(isLight ? "light" : "dark") scheme; 4.5:1 is the least."
            ),
            help: LocalizedText(
                zh: "最接近的可用颜色是 \(proposal)。", en: "The nearest colour that can be read is \(proposal)."),
            // YAML takes what follows a bare # for a comment.
            replacement: "\"\(proposal)\"")
    }
}

import Diagnostics

/// Pages that stand in for a site or a page that cannot be shown.
enum StatusPage {
    static func building(_ language: MessageLanguage) -> String {
        document(
            language, title: LocalizedText(zh: "正在读取站点", en: "Reading the site"),
            body:
                "<p>\(LocalizedText(zh: "第一次读取需要一点时间，完成后本页自动刷新。", en: "The first reading takes a moment; this page refreshes by itself.")[language])</p>"
        )
    }

    /// The site could not be shown at all.
    static func failure(_ report: DiagnosticReport, _ language: MessageLanguage) -> String {
        document(
            language, title: LocalizedText(zh: "站点暂时无法显示", en: "The site cannot be shown yet"),
            body: findings(report.entries, language))
    }

    /// One page could not be made, because its source has errors.
    ///
    /// - Parameter source: the path of the source.
    static func brokenPage(_ source: String, _ report: DiagnosticReport, _ language: MessageLanguage) -> String {
        let entries = report.entries.filter { $0.diagnostic.range?.file.path == source }
        return document(
            language, title: LocalizedText(zh: "这个页面暂时无法显示", en: "This page cannot be shown yet"),
            body: "<p><code>\(HTML.escaped(source))</code></p>" + findings(entries, language))
    }

    private static func findings(_ entries: [DiagnosticReport.Entry], _ language: MessageLanguage) -> String {
        let report = DiagnosticReport(entries.map(\.diagnostic))
        let text = OutputFormat.text.render(report, language: language, isColored: false)
        return "<pre>\(HTML.escaped(text))</pre>"
    }

    private static func document(_ language: MessageLanguage, title: LocalizedText, body: String) -> String {
        HTML.document(
            language: language, title: title[language], body: "<h1>\(HTML.escaped(title[language]))</h1>\(body)")
    }
}

/// The few pieces of HTML that the preview writes itself; pages of a site come from its theme.
enum HTML {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }

    static func document(language: MessageLanguage, title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'">
        <title>\(escaped(title)) · showcase</title>
        <link rel="stylesheet" href="\(PreviewPages.ownPath)desk.css">
        </head>
        <body>
        <main>\(body)</main>
        </body>
        </html>

        """
    }
}

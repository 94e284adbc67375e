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
        FindingList(entries: entries, words: language, pages: FindingPages(nil)).html { $0 }
    }

    private static func document(_ language: MessageLanguage, title: LocalizedText, body: String) -> String {
        HTML.document(
            language: language, title: title[language], body: "<h1>\(HTML.escaped(title[language]))</h1>\(body)")
    }
}

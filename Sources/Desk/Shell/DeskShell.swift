import Diagnostics
import PreviewServer

/// The page that a screen of the desk begins as: its script makes the rest.
struct DeskShell {
    let screen: DeskScreen
    let words: MessageLanguage
    /// `nil` where nothing is written.
    let token: String?
    /// The last event that pages were told of.
    let eventID: String

    /// Nothing is loaded but from the preview itself, and no other page can show the desk in a frame.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    var content: PreviewContent {
        let token = token.map { "<meta name=\"showcase-token\" content=\"\($0)\">\n" } ?? ""
        let script = LocalizedText(
            zh: "编辑台要用浏览器的 JavaScript，请打开后刷新本页。",
            en: "The desk needs JavaScript: switch it on in the browser and load this page again.")[words]
        let html = """
            <!DOCTYPE html>
            <html lang="\(words == .zh ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            \(token)<meta name="showcase-language" content="\(words.rawValue)">
            <meta name="showcase-event" content="\(eventID)">
            <title>\(screen.title[words]) · showcase</title>
            <link rel="stylesheet" href="/_showcase/desk/desk.css">
            <script type="module" src="/_showcase/desk/main.js"></script>
            </head>
            <body data-screen="\(screen.rawValue)"><noscript><p>\(script)</p></noscript></body>
            </html>

            """
        return PreviewContent(
            bytes: Array(html.utf8), mediaType: "text/html; charset=utf-8", policy: Self.policy)
    }
}

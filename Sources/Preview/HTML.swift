import Diagnostics

/// The few pieces of HTML that the preview writes itself; pages of a site come from its theme.
enum HTML {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }

    /// A link; the address is encoded already.
    static func link(_ address: String, _ title: String) -> String {
        "<a href=\"\(escaped(address))\">\(escaped(title))</a>"
    }

    /// A place in a file, which the panel's script opens or copies.
    static func place(_ name: String) -> String {
        "<button type=\"button\" class=\"place\" data-place=\"\(escaped(name))\">\(escaped(name))</button>"
    }

    /// A table with a head; the cells are HTML.
    static func table(_ head: [String], _ rows: [[String]], style: String = "") -> String {
        let headCells = head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let bodyRows = rows.map { row in
            "<tr>" + row.enumerated().map { $0 == 0 ? "<th scope=\"row\">\($1)</th>" : "<td>\($1)</td>" }.joined()
                + "</tr>"
        }
        return
            "<div class=\"table \(style)\" tabindex=\"0\"><table><thead><tr>\(headCells)</tr></thead><tbody>\(bodyRows.joined())</tbody></table></div>"
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

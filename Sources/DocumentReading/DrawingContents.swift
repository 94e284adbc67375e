/// What an SVG drawing holds: its text, and what would run or load something (SVG 2, 2.2.1 and 15).
enum DrawingContents {
    private static let activeElements: Set<String> = [
        "script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "animate", "set",
    ]

    static func read(_ bytes: [UInt8]) throws -> DocumentContents {
        var contents = DocumentContents()
        var text = ""
        try XMLPart.read(bytes, named: "SVG", vocabulary: .any) { event in
            switch event {
            case .start(let name, let attributes):
                if activeElements.contains(name) { contents.activeParts.append(name) }
                contents.activeParts += attributes.all.filter(isActive).map(\.name)
            case .text(let piece): text += piece
            case .end(let name):
                guard name == "text" || name == "title" || name == "desc" || name == "style" || name == "svg" else {
                    return
                }
                if name == "style", loads(text) { contents.activeParts.append(name) }
                if !text.allSatisfy(\.isWhitespace) { contents.passages.append(.init(text, at: .drawing)) }
                text = ""
            }
        }
        return contents
    }

    /// Handlers of events, and addresses outside the drawing.
    private static func isActive(_ attribute: (name: String, value: String)) -> Bool {
        let name = attribute.name.lowercased()
        if name.hasPrefix("on") { return true }
        if name == "style" { return loads(attribute.value) }
        guard name == "href" || name == "xlink:href" || name == "src" else { return false }
        return !attribute.value.hasPrefix("#") && !attribute.value.hasPrefix("data:image/")
    }

    private static func loads(_ style: String) -> Bool {
        let style = style.lowercased()
        return style.contains("@import") || (style.contains("url(") && !style.contains("url(#"))
    }
}

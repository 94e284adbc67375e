import Diagnostics

/// An SVG drawing (SVG 2), read and written anew: elements, attributes, addresses and styles that are on a list, and nothing
/// else. A browser that opens a drawing by itself runs what is in it as a page of the site.
///
/// What other programs keep in a drawing for themselves, and instructions and comments, are left out without a word; what
/// would run or load something is told, since a person put it there.
package struct DrawingContents {
    /// What it says, and what in it would run or load something.
    package private(set) var contents = DocumentContents()
    /// The drawing as it is published, in UTF-8.
    package private(set) var published: [UInt8] = []

    /// An element that is open.
    private struct Open {
        let name: String
        /// The name it is written under; `nil` for one that is left out with all that is in it.
        let written: String?
    }

    private var open: [Open] = []
    private var text = ""
    /// What the drawing says since the last passage, across the pieces that it is drawn in.
    private var said = ""
    /// Whether the tag that was written last still lacks its end.
    private var isTagOpen = false

    /// - Throws: `DocumentProblem` for what is no well-formed drawing.
    package init(_ bytes: [UInt8]) throws {
        guard let decoded = SearchableText.utf8(bytes) else {
            throw DocumentProblem.damaged(LocalizedText(zh: "SVG 不是文本", en: "the SVG is no text"))
        }
        let body = try DocumentTypeRemoval.removed(from: decoded)
        if body.holds("<?xml-stylesheet") { contents.activeParts.append("xml-stylesheet") }
        try XMLPart.read(body, named: "SVG", vocabulary: .svg) { event in
            switch event {
            case .start(let name, let attributes): try start(name, attributes)
            case .text(let piece): add(piece)
            case .end: end()
            }
        }
        published.append(UInt8(ascii: "\n"))
    }

    private mutating func start(_ name: String, _ attributes: XMLPart.Attributes) throws {
        if open.isEmpty, name != "svg" {
            throw DocumentProblem.damaged(
                LocalizedText(zh: "SVG 的开头缺少 xmlns=\"http://www.w3.org/2000/svg\"", en: "it is no SVG by its namespace")
            )
        }
        let parent = open.last
        let isLeftOut = open.last.map { $0.written == nil } ?? false
        let written = isLeftOut ? nil : DrawingVocabulary.writtenName(of: name, in: parent?.name)
        if DrawingVocabulary.runs(name)
            || written == nil && !isLeftOut && !DrawingVocabulary.mayBeLeftOut(name, in: parent?.name)
        {
            contents.activeParts.append(name)
        }
        open.append(Open(name: name, written: written))
        guard let written else { return }
        closeTag()
        flushText(of: parent?.name)
        published += "<\(written)".utf8
        if open.count == 1 {
            published += " xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"".utf8
        }
        for attribute in attributes.all { add(attribute, of: name) }
        isTagOpen = true
    }

    private mutating func add(_ attribute: (name: String, value: String), of element: String) {
        switch DrawingVocabulary.judgement(of: attribute, on: element) {
        case .kept:
            published += " \(attribute.name)=\"".utf8
            escape(attribute.value, isAttribute: true)
            published.append(UInt8(ascii: "\""))
            if attribute.name == "aria-label" { contents.passages.append(.init(attribute.value, at: .drawing)) }
        case .leftOut: break
        case .active: contents.activeParts.append(attribute.name)
        case .picture(let bytes):
            let picture = PictureMetadata.contents(of: bytes, kind: FileKind(bytes))
            contents.add(picture, named: attribute.name)
            published += " \(attribute.name)=\"".utf8
            escape(attribute.value, isAttribute: true)
            published.append(UInt8(ascii: "\""))
        }
    }

    private mutating func add(_ piece: String) {
        guard open.last?.written != nil else { return }
        text += piece
    }

    private mutating func end() {
        guard let element = open.popLast(), let written = element.written else { return }
        if element.name == "style", DrawingStyle.loads(text, isSheet: true) {
            contents.activeParts.append("style")
            text = ""
        }
        if text.isEmpty, isTagOpen {
            published += "/>".utf8
            isTagOpen = false
        } else {
            closeTag()
            flushText(of: element.name)
            published += "</\(written)>".utf8
        }
        if ["text", "title", "desc", "svg"].contains(element.name) { endPassage() }
    }

    private mutating func closeTag() {
        if isTagOpen { published.append(UInt8(ascii: ">")) }
        isTagOpen = false
    }

    private mutating func flushText(of element: String?) {
        escape(text, isAttribute: false)
        if element != "style" { said += text }
        text = ""
    }

    private mutating func endPassage() {
        if !said.allSatisfy(\.isWhitespace) { contents.passages.append(.init(said, at: .drawing)) }
        said = ""
    }

    private mutating func escape(_ text: String, isAttribute: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): published += "&amp;".utf8
            case UInt8(ascii: "<"): published += "&lt;".utf8
            case UInt8(ascii: ">"): published += "&gt;".utf8
            case UInt8(ascii: "\"") where isAttribute: published += "&quot;".utf8
            case 9, 10, 13:
                if isAttribute { published += "&#\(byte);".utf8 } else { published.append(byte) }
            default: published.append(byte)
            }
        }
    }
}

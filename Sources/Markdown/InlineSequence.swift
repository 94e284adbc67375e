/// The inline content of one block as a flat list: containers are an opening and a closing token.
///
/// A flat list lets the repairs look at neighbours whatever their nesting, and needs no recursion.
struct InlineSequence {
    struct Token {
        enum Kind: UInt8 {
            /// Text to be shown.
            case text
            /// A run of `*` or `~` that may yet become emphasis. Gone after `EmphasisRepair`.
            case delimiter
            case code, softBreak, hardBreak, html, footnoteReference, image
            case emphasisOpen, emphasisClose, strongOpen, strongClose, strikeOpen, strikeClose
            case linkOpen, linkClose
            /// An allowed tag with its partner: what is written is the text.
            case tag
        }

        var kind: Kind
        /// Bytes of the sequence's text.
        var text: Range<Int>
        /// Where the literal began of which this is a part, in the sequence's text.
        var origin: Int
        /// cmark's position of that literal.
        var line: Int
        var column: Int
        /// The index of a link or an image in `links`, the number of a footnote.
        var index = 0
    }

    /// A link or an image.
    struct Link {
        var destination: [UInt8]
        var title: [UInt8] = []
        /// Whether it is an address in the text, made a link by `BareLinks`.
        var isBare = false
        /// cmark's positions of its first and its last byte.
        var startLine = 0
        var startColumn = 0
        var endLine = 0
        var endColumn = 0
    }

    /// The text of all tokens. Text and marks that stood side by side in the source stand side by side here.
    var text: [UInt8] = []
    var tokens: [Token] = []
    var links: [Link] = []
    /// Offsets in `text` of bytes written with a backslash or as a character reference; ascending.
    var escaped: [Int] = []

    // What occurs at all: most blocks need none of the repairs.
    var hasDelimiters = false
    var hasHTML = false
    var mayHaveBareLinks = false
    var mayHaveFootnoteMarks = false
    var mayHaveFailedLinks = false
    var mayHaveOpenComments = false
    var mayHaveBareHosts = false
    var mayHaveFailedImages = false
    var mayHaveForeignMarkup = false

    /// Empties the sequence for the next block, memory kept.
    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        escaped.removeAll(keepingCapacity: true)
        hasDelimiters = false
        hasHTML = false
        mayHaveBareLinks = false
        mayHaveFootnoteMarks = false
        mayHaveFailedLinks = false
        mayHaveOpenComments = false
        mayHaveBareHosts = false
        mayHaveFailedImages = false
        mayHaveForeignMarkup = false
    }

    /// Whether the byte at an offset of `text` was escaped, so that it is no markup.
    func isEscaped(_ offset: Int) -> Bool {
        var lower = 0
        var upper = escaped.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if escaped[middle] < offset { lower = middle + 1 } else { upper = middle }
        }
        return lower < escaped.count && escaped[lower] == offset
    }

    /// The visible text without markup: that of text, code and images.
    func visibleText() -> [UInt8] {
        var result: [UInt8] = []
        for token in tokens {
            switch token.kind {
            case .text, .code, .image: result.append(contentsOf: text[token.text])
            case .softBreak, .hardBreak: result.append(0x20)
            default: break
            }
        }
        return result
    }
}

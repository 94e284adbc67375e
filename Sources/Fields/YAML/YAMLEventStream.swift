import CYaml

/// One event of libyaml's parser, with the bytes it stands at.
struct YAMLEvent {
    enum Kind {
        /// A text; `isPlain` when it is written without quotes, `isOneLine` when it ends in the line it begins in.
        case scalar(String, isPlain: Bool, isOneLine: Bool)
        case sequenceStart
        case mappingStart
        /// The end of a sequence or mapping.
        case collectionEnd
        case alias
        case documentStart
        case documentEnd
        case streamStart
        case streamEnd
    }

    let kind: Kind
    /// Byte offsets in the file. An anchor or tag belongs to its node.
    let range: Range<Int>
    let hasAnchor: Bool
    let hasTag: Bool
}

/// Why a text is no YAML.
enum YAMLParseError: Error {
    /// A character that YAML does not allow, by libyaml's own offset.
    case reader(offset: Int)
    /// libyaml's sentence, and the byte of the file that it speaks of; with where the value in quotes begins that it was reading.
    case syntax(problem: String, offset: Int, openQuote: Int?)
    case outOfMemory
}

/// libyaml's events, one after the other. The parser is the one that Yams brings along: its events keep the place of
/// everything, and no tree is built besides our own.
final class YAMLEventStream {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>
    /// A code point, counted from the start of `range`, and the byte where it begins. libyaml counts code points.
    private var cursor: (codePoint: Int, byte: Int)

    /// - Parameters:
    ///   - bytes: the file, UTF-8; must live as long as the stream.
    ///   - range: the bytes that are YAML, without a byte order mark.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
        self.bytes = bytes
        self.range = range
        cursor = (0, range.lowerBound)
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// - Throws: `YAMLParseError`; then there are no more events.
    func next() throws(YAMLParseError) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
        defer { yaml_event_delete(&event) }
        let start = byte(of: event.start_mark)
        let end = max(start, byte(of: event.end_mark))
        func made(_ kind: YAMLEvent.Kind, anchor: Bool = false, tag: Bool = false) -> YAMLEvent {
            YAMLEvent(kind: kind, range: start..<end, hasAnchor: anchor, hasTag: tag)
        }
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return made(
                .scalar(
                    String(decoding: text, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
                    isOneLine: event.start_mark.line == event.end_mark.line),
                anchor: scalar.anchor != nil, tag: scalar.tag != nil)
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            return made(.sequenceStart, anchor: sequence.anchor != nil, tag: sequence.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            return made(.mappingStart, anchor: mapping.anchor != nil, tag: mapping.tag != nil)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return made(.collectionEnd)
        case YAML_ALIAS_EVENT: return made(.alias)
        case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
        case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
        case YAML_STREAM_START_EVENT: return made(.streamStart)
        default: return made(.streamEnd)
        }
    }

    private func error() -> YAMLParseError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
        switch parser.pointee.error {
        case YAML_MEMORY_ERROR: return .outOfMemory
        case YAML_READER_ERROR: return .reader(offset: parser.pointee.problem_offset)
        default:
            let offset = byte(of: parser.pointee.problem_mark)
            let context = parser.pointee.context.map { String(cString: $0) } ?? ""
            let openQuote = context.contains("quoted scalar") ? byte(of: parser.pointee.context_mark) : nil
            return .syntax(problem: problem, offset: offset, openQuote: openQuote)
        }
    }

    /// Marks nearly always follow each other, so that a text is walked through once.
    private func byte(of mark: yaml_mark_t) -> Int {
        let wanted = Int(mark.index)
        while cursor.codePoint < wanted, cursor.byte < range.upperBound {
            cursor.byte += 1
            while cursor.byte < range.upperBound, bytes[cursor.byte] & 0xC0 == 0x80 { cursor.byte += 1 }
            cursor.codePoint += 1
        }
        while cursor.codePoint > wanted, cursor.byte > range.lowerBound {
            cursor.byte -= 1
            while cursor.byte > range.lowerBound, bytes[cursor.byte] & 0xC0 == 0x80 { cursor.byte -= 1 }
            cursor.codePoint -= 1
        }
        return cursor.byte
    }
}

import CPDFText
import Diagnostics
import Glibc

/// The text and the properties of a PDF file (ISO 32000-1), read by poppler in a process of its own.
enum PDFDocument {
    private static let maximumTextBytes = 32 * 1024 * 1024
    private static let maximumMilliseconds: Int32 = 20_000

    /// - Throws: `DocumentProblem`.
    static func contents(of bytes: [UInt8]) throws -> DocumentContents {
        var records: UnsafeMutablePointer<UInt8>?
        var count = 0
        let result = bytes.withUnsafeBufferPointer { buffer in
            showcase_pdf_read(
                buffer.baseAddress, buffer.count, maximumTextBytes, maximumMilliseconds, &records, &count)
        }
        defer { free(records) }
        switch result {
        case SHOWCASE_PDF_READ:
            var contents = contents(ofRecords: UnsafeBufferPointer(start: records, count: count))
            if contents.activeParts.isEmpty, let action = action(in: bytes) { contents.activeParts.append(action) }
            return contents
        case SHOWCASE_PDF_ENCRYPTED: throw DocumentProblem.encrypted
        // Without /proc or processes the file is no worse than before.
        case SHOWCASE_PDF_NO_PROCESS: throw DocumentProblem.opaque
        case SHOWCASE_PDF_DAMAGED:
            throw DocumentProblem.damaged(LocalizedText(zh: "PDF 结构不完整", en: "its PDF structure is broken"))
        default:
            throw DocumentProblem.excessive(
                LocalizedText(zh: "读取时间过长、内容过多或出错", en: "reading it took too long, gave too much or failed"))
        }
    }

    /// What the file does when it is opened, by the names of actions in it (ISO 32000-1, 12.6.4): poppler tells of the
    /// scripts of pages, fields and the list of names, but not of those that run at the opening.
    private static func action(in bytes: [UInt8]) -> String? {
        let names: [(written: String, name: String)] = [
            ("/JavaScript", "JavaScript"), ("/S/Launch", "Launch"), ("/S /Launch", "Launch"),
        ]
        return names.first { holds($0.written, in: bytes) }?.name
    }

    private static func holds(_ text: String, in bytes: [UInt8]) -> Bool {
        let wanted = Array(text.utf8)
        return bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, let first = wanted.first else { return false }
            var offset = 0
            while offset + wanted.count <= buffer.count,
                let found = memchr(start + offset, Int32(first), buffer.count - offset)
            {
                let place = UnsafeRawPointer(found) - start
                guard place + wanted.count <= buffer.count else { return false }
                if memcmp(start + place, wanted, wanted.count) == 0 { return true }
                offset = place + 1
            }
            return false
        }
    }

    private static func contents(ofRecords bytes: UnsafeBufferPointer<UInt8>) -> DocumentContents {
        let headCount = 9
        var contents = DocumentContents()
        var offset = 0
        while offset + headCount <= bytes.count {
            let number = { (start: Int) in (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << ($1 * 8) } }
            let page = number(offset + 1)
            let end = offset + headCount + number(offset + 5)
            guard end <= bytes.count else { break }
            let text = String(decoding: bytes[offset + headCount..<end], as: UTF8.self)
            add(text, kind: showcase_pdf_record(UInt32(bytes[offset])), page: page, to: &contents)
            offset = end
        }
        return contents
    }

    private static func add(
        _ text: String, kind: showcase_pdf_record, page: Int, to contents: inout DocumentContents
    ) {
        switch kind {
        case SHOWCASE_PDF_SCRIPT: contents.activeParts.append(text)
        case SHOWCASE_PDF_AUTHOR: contents.people.append(.init(text, .author))
        case SHOWCASE_PDF_TEXT:
            contents.passages.append(.init(text, at: LocalizedText(zh: "第 \(page) 页", en: "page \(page)")))
        case SHOWCASE_PDF_NOTE:
            contents.passages.append(
                .init(text, at: LocalizedText(zh: "第 \(page) 页的批注或表单", en: "a note or form field of page \(page)")))
        default: contents.passages.append(.init(text, at: .documentProperties))
        }
    }
}

extension LocalizedText {
    /// The place of what stands in a file's properties.
    static let documentProperties = LocalizedText(zh: "文件属性", en: "the file's properties")
}

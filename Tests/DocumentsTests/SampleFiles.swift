import CZip
import Foundation
import TestSupport
import Testing

/// Files as programs write them, made for one test.
enum SampleFiles {
    /// A ZIP archive of the given entries, in their order.
    static func zip(_ entries: [(name: String, text: String)], password: String? = nil) throws -> [UInt8] {
        try zip(files: entries.map { ($0.name, Array($0.text.utf8)) }, password: password)
    }

    static func zip(files: [(name: String, bytes: [UInt8])], password: String? = nil) throws -> [UInt8] {
        let folder = try TemporaryFolder("zip")
        let path = folder.path + "/sample.zip"
        let handle = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil))
        // The archive reads its sources when it is closed.
        var buffers: [UnsafeMutablePointer<UInt8>] = []
        defer { for buffer in buffers { buffer.deallocate() } }
        for (name, bytes) in files {
            let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            buffer.initialize(from: bytes, count: bytes.count)
            buffers.append(buffer)
            let source = try #require(zip_source_buffer(handle, buffer, UInt64(bytes.count), 0))
            let index = zip_file_add(handle, name, source, 0)
            try #require(index >= 0)
            if let password { zip_file_set_encryption(handle, UInt64(index), UInt16(ZIP_EM_AES_256), password) }
        }
        try #require(zip_close(handle) == 0)
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static let sheetSpace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    static let wordSpace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// A Word document whose body is the given XML.
    static func word(_ body: String, more: [(name: String, text: String)] = []) throws -> [UInt8] {
        try zip(
            [
                ("[Content_Types].xml", "<Types/>"),
                ("word/document.xml", "<w:document \(wordSpace)><w:body>\(body)</w:body></w:document>"),
            ] + more)
    }

    /// A PDF file of one page with a line of text. Its table of offsets is missing: readers rebuild it.
    static func pdf(_ line: String, info: String = "") -> [UInt8] {
        let stream = "BT /F1 12 Tf 72 700 Td (\(line)) Tj ET"
        return Array(
            """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
            4 0 obj <</Length \(stream.utf8.count)>> stream
            \(stream)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            6 0 obj <<\(info)>> endobj
            trailer <</Root 1 0 R/Info 6 0 R>>
            %%EOF

            """.utf8)
    }

    /// Exif data, little-endian, with the given entries in its first directory and one for positions.
    static func exif(artist: String? = nil, latitude: [UInt32]? = nil) -> [UInt8] {
        var entries: [[UInt8]] = []
        var values: [UInt8] = []
        let count = (artist == nil ? 0 : 1) + (latitude == nil ? 0 : 1)
        let valueStart = 8 + 2 + count * 12 + 4
        if let artist {
            let bytes = Array(artist.utf8) + [0]
            entries.append(entry(0x013B, 2, bytes.count, valueStart + values.count))
            values += bytes + (bytes.count % 2 == 0 ? [] : [0])
        }
        if let latitude {
            let start = valueStart + values.count
            entries.append(entry(0x8825, 4, 1, start))
            values += little(1, 2) + entry(0x0002, 5, 3, start + 2 + 12 + 4) + little(0, 4)
            for number in latitude { values += little(Int(number), 4) + little(1, 4) }
        }
        return Array("II".utf8) + little(42, 2) + little(8, 4) + little(count, 2) + entries.flatMap { $0 }
            + little(0, 4)
            + values
    }

    /// A JPEG file that has nothing but metadata.
    static func jpeg(exif: [UInt8] = [], xmp: String = "", comment: String = "") -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        func add(_ marker: UInt8, _ data: [UInt8]) {
            let length = data.count + 2
            bytes += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + data
        }
        if !exif.isEmpty { add(0xE1, Array("Exif\0\0".utf8) + exif) }
        if !xmp.isEmpty { add(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + Array(xmp.utf8)) }
        if !comment.isEmpty { add(0xFE, Array(comment.utf8)) }
        return bytes + [0xFF, 0xD9]
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: Int) -> [UInt8] {
        little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4)
    }
}

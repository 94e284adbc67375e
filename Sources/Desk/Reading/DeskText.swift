import Crypto
import Diagnostics
import Editing
import Text
import Values

/// A version of a file as the desk has it open: its bytes, its text, and its fields where it has some that can be edited.
struct DeskText {
    let path: DeskPath
    /// Empty for a file that is not there.
    let bytes: [UInt8]
    /// Names the version.
    let digest: String
    /// `nil` for a file that can be edited as text alone.
    let document: EditableDocument?
    /// Why that is so.
    let refusal: EditRefusal?
    /// `nil` for a file that is no text.
    let stored: EncodedText?
    /// The places of its text.
    let places: TextPlaces

    /// The digest of a file that is not there.
    static let absent = ""
    /// More than any text or table has.
    static let maximumByteCount = 16 * 1024 * 1024

    /// - Parameter bytes: `nil` for a file that is not there.
    init(_ path: DeskPath, _ bytes: [UInt8]?, _ language: SiteLanguage) {
        self.path = path
        self.bytes = bytes ?? []
        digest = bytes.map { Self.digest(of: $0) } ?? Self.absent
        stored = EncodedText(self.bytes)
        places = TextPlaces(stored?.text ?? [])
        do throws(EditRefusal) {
            document = try EditableDocument(path: path.text, bytes: self.bytes, language: language)
            refusal = nil
        } catch {
            document = nil
            refusal = error
        }
    }

    /// Lower-case hexadecimal SHA-256.
    static func digest(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The text without fields, in UTF-16 units.
    var body: (start: Int, end: Int) {
        guard let document else { return (0, places.unitCount) }
        return (places.unit(ofByte: document.body.lowerBound), places.unit(ofByte: document.body.upperBound))
    }

    /// The bytes with changes that a page asks for: another text, edits of fields or of cells, or edits of another text.
    ///
    /// - Throws: `DeskRefusal` for what cannot be changed so.
    func changed(by message: JSONValue, _ language: SiteLanguage) throws -> [UInt8] {
        do {
            var bytes = bytes
            if let text = message["text"]?.string {
                guard let stored else { throw DeskRefusal.malformed }
                bytes = try stored.replacingText(with: text).bytes
            }
            if let edits = message["edits"]?.elements, !edits.isEmpty {
                bytes =
                    edits.contains { TableEdit($0) != nil }
                    ? try DeskTable(DeskText(path, bytes, language), language).applying(edits).bytes
                    : try EditableDocument(path: path.text, bytes: bytes, language: language)
                        .applying(requests: edits).bytes
            }
            return bytes
        } catch let refusal as EditRefusal {
            throw DeskRefusal(.invalid, refusal.message)
        } catch let missing as MissingCharacter {
            throw DeskRefusal(missing)
        }
    }
}

extension DeskRefusal {
    /// A character that the encoding of a file lacks.
    init(_ missing: MissingCharacter) {
        self.init(
            .invalid, zh: "文件是 GB18030（GBK）编码，存不下“\(missing.character)”。",
            en: "The file is stored as GB 18030 (GBK), which lacks “\(missing.character)”.")
    }
}

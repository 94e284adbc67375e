import Foundation
import Testing
import Text

@Suite("JSON writing")
struct JSONValueTests {
    @Test("members keep their order and text reads back the same")
    func roundTrip() throws {
        let text = "引号\" 反斜\\ 换行\n <script> & \u{2028} 𠮷"
        let value: JSONValue = ["b": .string(text), "a": [.integer(1), .number(2.5), .bool(true), .null]]
        let written = value.text
        #expect(written.hasPrefix("{\"b\":"))
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any]
        #expect(read?["b"] as? String == text)
    }

    @Test("nothing that could end a script element is written")
    func scriptSafety() {
        #expect(!JSONValue.string("</script><!--").text.contains("<"))
    }

    @Test("pretty output indents by two spaces and ends with a line feed")
    func pretty() {
        let value: JSONValue = ["a": [.integer(1)], "empty": []]
        #expect(
            String(decoding: value.bytes(isPretty: true), as: UTF8.self) == """
                {
                  "a": [
                    1
                  ],
                  "empty": []
                }

                """)
    }
}

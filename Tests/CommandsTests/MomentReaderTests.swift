import Foundation
import History
import Testing

@testable import Commands

@Suite("Moments that people name")
struct MomentReaderTests {
    /// 30 November 2026, 18:20 in Shanghai.
    private let reader: MomentReader

    init() throws {
        reader = MomentReader(
            now: Date(timeIntervalSince1970: 1_796_034_000),
            timeZone: try #require(TimeZone(identifier: "Asia/Shanghai")))
    }

    @Test(
        "days are taken to their end and times to the second, where the person is",
        arguments: [
            ("2026-11-29", 1_795_967_999), ("昨天", 1_795_967_999), ("Yesterday", 1_795_967_999), ("前天", 1_795_881_599),
            ("2026/11/29", 1_795_967_999), ("2026年11月29日", 1_795_967_999), ("2026-11-9", 1_794_239_999),
            ("今天", 1_796_054_399), ("昨天 15:00", 1_795_935_659), ("2026年11月29日 15:00", 1_795_935_659),
            ("2026-11-29 15:00", 1_795_935_659), ("2026-11-29T15：00", 1_795_935_659),
            ("2026-11-29 15:00:01", 1_795_935_601),
        ])
    func times(text: String, seconds: Int) { #expect(reader.moment(text) == .time(seconds)) }

    @Test("six hexadecimal digits or more name a change", arguments: ["3f2a9c", "20261129", "ABCDEF12"])
    func changes(text: String) { #expect(reader.moment(text) == .change(text)) }

    @Test(
        "anything else is no moment",
        arguments: ["", "3f2a9", "2026-02-30", "15:00", "2026-11-29 1500", "2026-11-29 15:60", "明天"])
    func none(text: String) { #expect(reader.moment(text) == nil) }
}

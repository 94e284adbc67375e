import Testing

@testable import History

@Suite("Why a history is not written")
struct HistoryErrorTests {
    @Test("a full disk is told as one, whatever the library says of it, with no advice that gives the history up")
    func diskFull() {
        let reasons = [
            "failed to write out file: No space left on device", "libgit2", "index does not contain 'themes/x.css'",
            "failed to write: Disk quota exceeded",
        ]
        for reason in reasons {
            let error = HistoryError.store(reason).withFreeBytes(8 * 1024)
            #expect(error == .diskFull)
            #expect(error.message.zh.contains("磁盘空间不足") && error.message.zh.contains("不要删除或改名"))
            #expect(error.message.en.contains("The disk is full") && !error.message.en.contains("begins"))
        }
        #expect(HistoryError.store("failed: No space left on device").withFreeBytes(nil) == .diskFull)
    }

    @Test("another fault stays what it is where there is room, or where that is not known")
    func others() {
        #expect(HistoryError.store("libgit2").withFreeBytes(1 << 30) == .store("libgit2"))
        #expect(HistoryError.store("libgit2").withFreeBytes(nil) == .store("libgit2"))
        #expect(HistoryError.none.withFreeBytes(0) == .none)
        #expect(HistoryError.store("libgit2").onDisk(of: "/nothing/there") == .store("libgit2"))
    }
}

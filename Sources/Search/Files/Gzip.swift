import CZlib

/// Compression that every browser undoes by itself (RFC 1952; `DecompressionStream` of the Compression Standard).
enum Gzip {
    /// The compressed bytes; the same input gives the same output, as the header has neither time nor name.
    static func compressed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        // 31 asks for the largest window, 15, and a gzip header, 16.
        let opened = deflateInit2_(
            &stream, level, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(opened == Z_OK, "zlib has no memory, or is another version than its header")
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        return bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: room) { output, count in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                // With room for the worst case, one call does it all.
                let result = deflate(&stream, Z_FINISH)
                precondition(result == Z_STREAM_END, "zlib did not finish")
                count = Int(stream.total_out)
            }
        }
    }

    /// zlib's default: the next ones take longer and save less than a hundredth.
    private static let level: Int32 = 6
}

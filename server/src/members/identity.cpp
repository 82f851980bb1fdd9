#include "members/identity.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace hoiquan::members {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kKeyBytes = crypto_auth_KEYBYTES + crypto_secretbox_KEYBYTES;
constexpr std::size_t kDigits = 12;
constexpr std::size_t kTail = 3;
constexpr int kLastProvince = 96;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

int digit(char c) {
    return c - '0';
}

std::optional<std::string> read_key(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string key(std::istreambuf_iterator<char>(in), {});
    return key.size() == kKeyBytes ? std::optional(std::move(key)) : std::nullopt;
}

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    int get() const { return value_; }

private:
    int value_;
};

[[noreturn]] void cannot(const char* what, const fs::path& file) {
    throw std::runtime_error(std::string(what) + " khóa hội viên " + file.string() + ".");
}

// Written whole under another name first: a power cut leaves no key or all of it, and of two
// processes that start together the second takes the key of the first.
void make_key(const fs::path& file) {
    std::string key(kKeyBytes, '\0');
    randombytes_buf(key.data(), key.size());
    fs::create_directories(file.parent_path());
    fs::permissions(file.parent_path(), fs::perms::owner_all);
    const fs::path draft = file.string() + "." + std::to_string(::getpid());
    fs::remove(draft);
    {
        const Descriptor out(
            ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        const bool is_written =
            out.get() >= 0 &&
            ::write(out.get(), key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
            ::fsync(out.get()) == 0;
        if (!is_written) {
            cannot("Không tạo được", file);
        }
    }
    const bool has_name = ::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST;
    fs::remove(draft);
    const Descriptor folder(::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!has_name || folder.get() < 0 || ::fsync(folder.get()) != 0) {
        cannot("Không tạo được", file);
    }
}

}  // namespace

std::optional<std::string> identity_fault(std::string_view number,
                                          const std::optional<std::int64_t>& birth_year) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (number.size() != kDigits || !std::all_of(number.begin(), number.end(), is_digit)) {
        return "members.identity_not_12_digits";
    }
    const int province = digit(number[0]) * 100 + digit(number[1]) * 10 + digit(number[2]);
    if (province < 1 || province > kLastProvince) {
        return "members.identity_unknown_province";
    }
    // The fourth digit tells century and sex in one, the next two the year in the century.
    const int year = 1900 + digit(number[3]) / 2 * 100 + digit(number[4]) * 10 + digit(number[5]);
    if (birth_year && *birth_year != year) {
        return "members.identity_other_birth_year";
    }
    return std::nullopt;
}

IdentityKeys::IdentityKeys(std::string bytes) : bytes_(std::move(bytes)) {
    if (sodium_init() < 0 || bytes_.size() != kKeyBytes) {
        throw std::runtime_error("The key of members must have 64 bytes.");
    }
}

IdentityKeys IdentityKeys::load_or_make(const fs::path& keys_dir) {
    if (sodium_init() < 0) {
        throw std::runtime_error("sodium_init");
    }
    const fs::path file = keys_dir / "members.key";
    if (!fs::exists(file)) {
        make_key(file);
    }
    auto key = read_key(file);
    if (!key) {
        cannot("Không đọc được", file);
    }
    return IdentityKeys(*std::move(key));
}

SealedIdentity IdentityKeys::seal(std::string_view number) const {
    SealedIdentity out;
    std::string hash(crypto_auth_BYTES, '\0');
    crypto_auth(bytes_of(hash), bytes_of(number), number.size(), bytes_of(bytes_));
    out.hash = to_hex(hash);
    std::string nonce(crypto_secretbox_NONCEBYTES, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    std::string box(number.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(bytes_of(box),
                          bytes_of(number),
                          number.size(),
                          bytes_of(nonce),
                          bytes_of(bytes_) + crypto_auth_KEYBYTES);
    out.cipher = nonce + box;
    out.tail = number.substr(number.size() - std::min(kTail, number.size()));
    return out;
}

std::string IdentityKeys::open(std::string_view cipher) const {
    constexpr std::size_t least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (cipher.size() < least) {
        throw std::runtime_error("members: no encrypted number");
    }
    std::string number(cipher.size() - least, '\0');
    const std::string_view box = cipher.substr(crypto_secretbox_NONCEBYTES);
    if (crypto_secretbox_open_easy(bytes_of(number),
                                   bytes_of(box),
                                   box.size(),
                                   bytes_of(cipher),
                                   bytes_of(bytes_) + crypto_auth_KEYBYTES) != 0) {
        throw std::runtime_error("members: encrypted under another key");
    }
    return number;
}

std::string to_hex(std::string_view bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes_of(bytes), bytes.size());
    out.pop_back();
    return out;
}

std::string from_hex(std::string_view hex) {
    std::string out(hex.size() / 2, '\0');
    std::size_t length = 0;
    if (sodium_hex2bin(
            bytes_of(out), out.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
        length * 2 != hex.size()) {
        throw std::runtime_error("members: no hexadecimal text");
    }
    return out;
}

}  // namespace hoiquan::members

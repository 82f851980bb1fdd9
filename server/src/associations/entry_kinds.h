#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "associations/entries.h"

namespace hoiquan::associations {

enum class FieldType { text, whole, day, yes_no, choice, id };

struct Field {
    std::string_view name;
    FieldType type = FieldType::text;
    bool is_required = false;
    std::int64_t least = 0;
    std::int64_t most = 0;  ///< Of a text: how long it may be.
    std::vector<std::string_view> choices = {};
    bool is_derived = false;  ///< Worked out, neither sent nor shown.
};

struct KindRules {
    std::string_view name;
    std::vector<Field> fields;
    const db::Statement* insert = nullptr;
    const db::Statement* update = nullptr;
    const db::Statement* remove = nullptr;
    const db::Statement* list = nullptr;
    const db::Statement* find = nullptr;
    bool is_held = false;  ///< Who holds it, and for how long, is in `holding`.
    void (*check)(const Entry& entry, std::vector<Fault>& faults) = nullptr;
};
const KindRules& rules_of(EntryKind kind);

}  // namespace hoiquan::associations

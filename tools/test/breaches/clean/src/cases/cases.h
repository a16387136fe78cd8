#pragma once

// The door of cases. Comments may say "SELECT it FROM person OFFSET 3" as they like.
